using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing;

/// <summary>One token of a piece's field.</summary>
/// <param name="Term">Number of the word's term, or of a value.</param>
/// <param name="Position">Its place in the field.</param>
/// <param name="Word">The word; null for a value.</param>
/// <param name="Mark">What the index keeps beside it: how the word is written (<see cref="WordForm.Mark"/>), and whether its value begins or ends there.</param>
internal readonly record struct PieceToken(int Term, int Position, WordForm? Word = null, uint Mark = WordForm.Plain)
{
    /// <summary>In the mark of a value's first word.</summary>
    public const uint StartsValue = 1u << 31;

    /// <summary>In the mark of a value's last word.</summary>
    public const uint EndsValue = 1u << 30;

    /// <summary>Stands where something is but has no words: a site, or a value of signs only.</summary>
    public const string Here = "\u0002";
}
