using System.Text.RegularExpressions;

namespace Trialist.Evaluation.Criteria;

/// <summary>Finds the signs and words of comparison in the words of a leaf.</summary>
internal static partial class ComparisonWords
{
    /// <summary>Where the second comparison begins, after a number of the first; 0 when there is but one.</summary>
    public static int SecondIn(ReadOnlySpan<char> words)
    {
        var first = -1;
        var leading = false;
        foreach (var match in Signs().EnumerateMatches(words))
        {
            if (first >= 0 && (leading || words[first..match.Index].ContainsAnyInRange('0', '9')) && words[match.Index..].ContainsAnyInRange('0', '9'))
            {
                return match.Index;
            }

            // "18 < age < 80": the first number stands before its sign.
            leading = first < 0 ? Leads(words, match.Index) : leading;
            first = first < 0 ? match.Index + match.Length : first;
        }

        return 0;
    }

    /// <summary>True when the first comparison bounds from above.</summary>
    public static bool IsUpper(ReadOnlySpan<char> words)
    {
        foreach (var match in Signs().EnumerateMatches(words))
        {
            var sign = words.Slice(match.Index, match.Length);
            return !Leads(words, match.Index) && (sign[0] is '<' or '≤' || sign.StartsWith("less", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("lower", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("young", StringComparison.OrdinalIgnoreCase)
                || sign.StartsWith("under", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("below", StringComparison.OrdinalIgnoreCase) || sign.EndsWith("most", StringComparison.OrdinalIgnoreCase) || sign.StartsWith("max", StringComparison.OrdinalIgnoreCase));
        }

        return false;
    }

    private static bool Leads(ReadOnlySpan<char> words, int sign) => sign > 0 && words[..sign].IndexOfAnyExcept("0123456789. ") < 0;

    [GeneratedRegex(@"[<>≤≥]=?|\b(less|lower|younger|greater|higher|older|more)\s+than\b|\b(under|below|over|above)\b|\bat\s+(least|most)\b|\b(min|max)imum\s+age\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Signs();

    /// <summary>True when a capital letter from A to H stands alone: "class B or C".</summary>
    public static bool HoldsLetter(ReadOnlySpan<char> words)
    {
        for (var at = 1; at < words.Length; at++)
        {
            if (words[at] is >= 'A' and <= 'H' && !char.IsLetterOrDigit(words[at - 1]) && (at + 1 == words.Length || !char.IsLetterOrDigit(words[at + 1])))
            {
                return true;
            }
        }

        return false;
    }
}
