namespace Trialist.Terminology.Folding;

/// <summary>Compares how words are written with how a table asks for them: "ALL" and "Cr" count only in these letters.</summary>
internal static class LetterCase
{
    /// <summary>True when the letters of the text are capital and small where those of the pattern are; a plural s may follow.</summary>
    public static bool Fits(ReadOnlySpan<char> text, string pattern)
    {
        var at = 0;
        foreach (var c in pattern)
        {
            if (!char.IsLetter(c))
            {
                continue;
            }

            while (at < text.Length && !char.IsLetter(text[at]))
            {
                at++;
            }

            if (at == text.Length || char.IsUpper(text[at]) != char.IsUpper(c))
            {
                return false;
            }

            at++;
        }

        return true;
    }
}
