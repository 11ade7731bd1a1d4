using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>Knows the words above a list that says how long before the study each treatment must have ended.</summary>
internal static class Washouts
{
    private const int LongestItem = 160;

    private static readonly PhraseList Asked = new("washout", "wash-out", "wash out", "discontinued for", "have elapsed", "for the specified time", "must have stopped", "time since", "the specified duration", "minimum interval", "minimum distance");

    private static readonly PhraseList Excluded = new("washout", "wash-out", "wash out", "the following time", "following period", "following interval", "window below", "windows below", "the stated time", "specified time", "the specified period", "the specified duration", "time period specified", "time frames below", "timeframes below");

    private static readonly PhraseList Otherwise = new("unable", "inability", "unwilling", "cannot", "not able", "contracepti", "allowed", "permitted");

    /// <summary>True where the items under the words are treatments, each with the time that must have passed.</summary>
    /// <param name="words">The words above the list.</param>
    /// <param name="exclusion">True where whoever had the treatment later is excluded by the item.</param>
    public static bool Announces(ReadOnlySpan<char> words, bool exclusion) => (exclusion ? Excluded : Asked).OccursIn(words) && !Otherwise.OccursIn(words);

    /// <summary>True where the words are short and hold a number.</summary>
    public static bool IsItem(ReadOnlySpan<char> words) => words.Length <= LongestItem && words.ContainsAnyInRange('0', '9');
}
