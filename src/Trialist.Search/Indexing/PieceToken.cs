namespace Trialist.Search.Indexing;

/// <summary>One token of a piece's field.</summary>
/// <param name="Text">The word or value; a word as written is handed to the index behind <see cref="ExactMark"/>.</param>
/// <param name="Position">Its place in the field.</param>
/// <param name="IsExact">True for a word as written, with case and accents, beside its folded form.</param>
internal readonly record struct PieceToken(string Text, int Position, bool IsExact = false)
{
    /// <summary>Stands before a word as written.</summary>
    public const char ExactMark = '\u0001';

    /// <summary>Stands at the first word of each value.</summary>
    public const string ValueStart = "\u0002";

    /// <summary>Stands at the last word of each value.</summary>
    public const string ValueEnd = "\u0003";

    /// <summary>False for a number, which has neither case nor accents: its folded form is exact.</summary>
    public static bool HasExactForm(string written)
    {
        foreach (var c in written)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>True for a folded word, false for what stands beside words.</summary>
    public bool IsWord => !IsExact && Text[0] > ValueEnd[0];
}
