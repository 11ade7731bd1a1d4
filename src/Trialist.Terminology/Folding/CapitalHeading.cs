namespace Trialist.Terminology.Folding;

/// <summary>Tells an abbreviation from a plain word in a line that is written in capitals throughout.</summary>
internal static class CapitalHeading
{
    /// <summary>True when the words right before and right after, parted by one blank, are both written in capitals.</summary>
    public static bool Surrounds(ReadOnlySpan<char> text, int start, int end) => CapitalsBefore(text, start) && CapitalsAfter(text, end);

    private static bool CapitalsBefore(ReadOnlySpan<char> text, int start)
    {
        if (start < 3 || text[start - 1] != ' ')
        {
            return false;
        }

        var at = start - 2;
        while (at >= 0 && char.IsUpper(text[at]))
        {
            at--;
        }

        return start - 2 - at >= 2 && (at < 0 || !char.IsLetterOrDigit(text[at]));
    }

    private static bool CapitalsAfter(ReadOnlySpan<char> text, int end)
    {
        if (end + 2 >= text.Length || text[end] != ' ')
        {
            return false;
        }

        var at = end + 1;
        while (at < text.Length && char.IsUpper(text[at]))
        {
            at++;
        }

        return at - end - 1 >= 2 && (at >= text.Length || !char.IsLetterOrDigit(text[at]));
    }
}
