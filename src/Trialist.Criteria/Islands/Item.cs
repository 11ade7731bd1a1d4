using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>One or more tokens that the grammar reads as a whole.</summary>
/// <param name="kind">What it is.</param>
/// <param name="start">First character in the whole text.</param>
/// <param name="end">After the last character.</param>
internal sealed class Item(ItemKind kind, int start, int end)
{
    private readonly ValueList<LexiconEntry> entries;
    private string? words;

    public ItemKind Kind => kind;

    public int Start => start;

    public int End => end;

    /// <summary>The phrase, for cues.</summary>
    public CuePhrase? Phrase { get; init; }

    /// <summary>The term, for mentions.</summary>
    public LexiconMatch Match
    {
        get => new(start, end, entries);
        init => entries = value.Entries;
    }

    /// <summary>The sign or comparison; the word for single words that some table knows.</summary>
    public string? Text { get; init; }

    /// <summary>The value of a number.</summary>
    public decimal Value { get; init; }

    /// <summary>The unit behind it, once some rule has looked for one.</summary>
    public UnitWords? UnitBehind { get; set; }

    public TextSpan Span => new(start, end);

    /// <summary>Its words as written.</summary>
    /// <param name="text">The text that the item was read from: many rules ask for the same words, which are copied once.</param>
    public string Of(string text) => words ??= Known(text.AsSpan(start, end - start)) ?? OnOneLine(text[start..end]);

    // Most words are written as a table has them, and need no copy.
    private string? Known(ReadOnlySpan<char> written) =>
        Text is { } word && written.SequenceEqual(word) ? word
        : Phrase is { } phrase && written.SequenceEqual(phrase.Written) ? phrase.Written
        : !entries.IsEmpty && written.SequenceEqual(entries[0].Name) ? entries[0].Name
        : null;

    // Words that go on in the next line are told apart by one blank, as the tables write them.
    private static string OnOneLine(string written) => written.AsSpan().IndexOfAny('\r', '\n') < 0 ? written : string.Join(' ', written.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The commonest sense of a cue; <see cref="Vocabulary.Cue.None"/> for all else.</summary>
    public Cue Cue => Phrase?.Cue ?? Cue.None;

    public bool Is(Cue cue) => Phrase?.Is(cue) == true;

    public bool IsSign(char sign) => Kind == ItemKind.Sign && Text is { Length: 1 } && Text[0] == sign;
}
