using Trialist.Criteria.Tokens;
using Trialist.Terminology;

namespace Trialist.Criteria.Vocabulary;

/// <summary>Tells which function words begin a term of the lexicon. Half of a text are words that begin none ("of", "patients").</summary>
internal sealed class TermOpenings
{
    private static readonly Lazy<TermOpenings> Shipped = new(() => new TermOpenings(Lexicon.Default, CueTable.Default));

    private readonly bool[] opens; // by the number of the word

    private TermOpenings(Lexicon lexicon, CueTable cues) => opens = [.. cues.Words.Select(lexicon.MayBegin)];

    /// <summary>Over the lexicon and the cues that are part of the program.</summary>
    public static TermOpenings Default => Shipped.Value;

    /// <summary>False when no term can begin at the token.</summary>
    /// <param name="text">The text that holds it.</param>
    /// <param name="token">A word or number.</param>
    public bool MayOpen(ReadOnlySpan<char> text, in Token token) =>
        token.Word < 0 || token.Kind != TokenKind.Word || opens[token.Word] || (token.End < text.Length && !char.IsAscii(text[token.End]));
}
