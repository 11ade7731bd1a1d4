namespace Trialist.Criteria.Structure;

/// <summary>Knows sentences that only permit: "Subjects with lesions only in the bone marrow may also be enrolled".</summary>
internal static class Permissions
{
    private static readonly string[] Permits =
        ["may also be enrolled", "may be enrolled", "can be enrolled", "may also be included", "can be included", "may be included", "are eligible", "are also eligible", "are allowed", "is allowed", "are permitted", "is permitted", "will be allowed", "may participate", "may be eligible", "will be eligible", "are acceptable", "is acceptable", "not excluded", "not exclusionary", "are not an exclusion"];

    // Any of these makes the sentence ask something after all.
    private static readonly string[] Asks = [" if ", "provided", "only if", "unless", "must", "as long as", "except", " when ", "should", "once ", " but ", "however", "are only ", "who have ", "prior to", " after ", "at least", "not allowed", "not permitted", "not eligible", "exclu", "no longer"];

    public static bool AsksNothing(ReadOnlySpan<char> words)
    {
        if (words.IndexOfAny("<>≤≥") >= 0 || !Contains(words, Permits))
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

    private static bool Contains(ReadOnlySpan<char> words, string[] phrases)
    {
        foreach (var phrase in phrases)
        {
            if (words.Contains(phrase, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
