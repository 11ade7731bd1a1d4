using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>One or more tokens that the grammar reads as a whole.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character in the whole text.</param>
/// <param name="End">After the last character.</param>
internal sealed record Item(ItemKind Kind, int Start, int End)
{
    /// <summary>The phrase, for cues.</summary>
    public CuePhrase? Phrase { get; init; }

    /// <summary>The term, for mentions.</summary>
    public LexiconMatch Match { get; init; }

    /// <summary>The sign or comparison; the word for single words that some table knows.</summary>
    public string? Text { get; init; }

    /// <summary>The value of a number.</summary>
    public decimal Value { get; init; }

    public TextSpan Span => new(Start, End);

    /// <summary>The commonest sense of a cue; <see cref="Vocabulary.Cue.None"/> for all else.</summary>
    public Cue Cue => Phrase?.Cue ?? Cue.None;

    public bool Is(Cue cue) => Phrase?.As(cue) is not null;

    public bool IsSign(char sign) => Kind == ItemKind.Sign && Text is { Length: 1 } && Text[0] == sign;
}
