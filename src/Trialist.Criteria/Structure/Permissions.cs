using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>Knows sentences that only permit: "Subjects with lesions only in the bone marrow may also be enrolled".</summary>
internal static class Permissions
{
    private const int LongestNumber = 4;

    private static readonly PhraseList Permits =
        new("may also be enrolled", "may be enrolled", "can be enrolled", "could be enrolled", "may also be included", "can be included", "may be included", "are eligible", "are also eligible", "are allowed", "is allowed", "are permitted", "is permitted", "will be allowed", "may participate", "may be eligible", "will be eligible", "are acceptable", "is acceptable", "not excluded", "not exclusionary", "are not an exclusion");

    // Any of these makes the sentence ask something after all.
    private static readonly PhraseList Asks = new(" if ", "provided", "only if", "unless", "must", "as long as", "except", " when ", "should", "once ", " but ", "however", "are only ", "who have ", "prior to", " after ", "at least", "not allowed", "not permitted", "not eligible", "exclu", "no longer");

    // "Prior corticosteroids allowed": without its verb. A number or a denial limits what is allowed.
    private static readonly PhraseList Limits = new("no ", "not ", "none", "only", "up to", "maximum", "at most", "one ", "two ", "three ", "single", "if ", "unless", "except", "provided", "must", "as long as", "but ", "without", "within", "prior to", " after ", "other than", "limited", ":", ";", "(");

    private static bool EndsPermitted(ReadOnlySpan<char> words)
    {
        var bare = words.Trim(" .-*•\r\n\t");
        return (bare.EndsWith(" allowed", StringComparison.OrdinalIgnoreCase) || bare.EndsWith(" permitted", StringComparison.OrdinalIgnoreCase)) && !Limits.OccursIn(bare) && bare.IndexOfAny("0123456789<>≤≥=") < 0 && bare.IndexOf(". ") < 0;
    }

    // "Eligible regardless of the risk of asthma"
    private static readonly PhraseList Regardless = new("eligible regardless of", "eligible irrespective of");

    public static bool AsksNothing(ReadOnlySpan<char> words)
    {
        if (EndsPermitted(words) || (Regardless.OccursIn(words) && words.IndexOfAny("<>≤≥") < 0))
        {
            return true;
        }

        if (!Permits.OccursIn(words) || words.IndexOfAny("<>≤≥") >= 0 || !IsWholly(words))
        {
            return false;
        }

        return Asks.FirstIn(words) is not var (asks, _) || (asks is "exclu" && words.Contains("not exclu", StringComparison.OrdinalIgnoreCase));
    }

    // "Prior cancer (skin cancer is allowed)", "Melanoma, stage III. Acral ones are allowed": the permission is only a part; the rest asks.
    private static bool IsWholly(ReadOnlySpan<char> words)
    {
        var first = words[..FirstClauseEnd(words)];
        return Permits.FirstIn(first) is var (_, at) && !EndsInParentheses(first[..at]) && !AsksBefore(first[..at]);
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

    // "ECOG 0-1, prior radiotherapy is allowed": a number before the comma belongs to a demand.
    private static bool AsksBefore(ReadOnlySpan<char> before)
    {
        var demand = before[..Math.Max(before.LastIndexOf(','), 0)];
        for (var at = 1; at < demand.Length; at++)
        {
            // "CD137" and "PD-1" are names.
            if (char.IsAsciiDigit(demand[at]) && demand[at - 1] == ' ')
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsInParentheses(ReadOnlySpan<char> before) =>
        before.Count('(') + before.Count('（') > before.Count(')') + before.Count('）');
}
