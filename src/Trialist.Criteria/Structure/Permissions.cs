namespace Trialist.Criteria.Structure;

/// <summary>Knows sentences that only permit: "Subjects with lesions only in the bone marrow may also be enrolled".</summary>
internal static class Permissions
{
    private const int LongestNumber = 4;

    private static readonly string[] Permits =
        ["may also be enrolled", "may be enrolled", "can be enrolled", "could be enrolled", "may also be included", "can be included", "may be included", "are eligible", "are also eligible", "are allowed", "is allowed", "are permitted", "is permitted", "will be allowed", "may participate", "may be eligible", "will be eligible", "are acceptable", "is acceptable", "not excluded", "not exclusionary", "are not an exclusion"];

    // Any of these makes the sentence ask something after all.
    private static readonly string[] Asks = [" if ", "provided", "only if", "unless", "must", "as long as", "except", " when ", "should", "once ", " but ", "however", "are only ", "who have ", "prior to", " after ", "at least", "not allowed", "not permitted", "not eligible", "exclu", "no longer"];

    public static bool AsksNothing(ReadOnlySpan<char> words)
    {
        if (words.IndexOfAny("<>≤≥") >= 0 || !IsWholly(words))
        {
            return false;
        }

        foreach (var asks in Asks)
        {
            if (words.Contains(asks, StringComparison.OrdinalIgnoreCase))
            {
                return asks is "exclu" && words.Contains("not exclu", StringComparison.OrdinalIgnoreCase);
            }
        }

        return true;
    }

    // "Prior cancer (skin cancer is allowed)", "Melanoma, stage III. Acral ones are allowed": the permission is only a part; the rest asks.
    private static bool IsWholly(ReadOnlySpan<char> words)
    {
        var first = words[..FirstClauseEnd(words)];
        foreach (var phrase in Permits)
        {
            var at = first.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return !EndsInParentheses(first[..at]);
            }
        }

        return false;
    }

    // A semicolon, or a full stop before a capital: "etc. are", "2.5" and the stop of an escaped number end nothing.
    private static int FirstClauseEnd(ReadOnlySpan<char> words)
    {
        for (var at = LongestNumber; at < words.Length; at++)
        {
            if (words[at] == ';' || (words[at] == '.' && at + 2 < words.Length && char.IsWhiteSpace(words[at + 1]) && char.IsUpper(words[at + 2])))
            {
                return at;
            }
        }

        return words.Length;
    }

    private static bool EndsInParentheses(ReadOnlySpan<char> before) =>
        before.Count('(') + before.Count('（') > before.Count(')') + before.Count('）');
}
