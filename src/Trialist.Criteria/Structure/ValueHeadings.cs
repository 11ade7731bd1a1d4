namespace Trialist.Criteria.Structure;

/// <summary>Knows headings that name the value of the bare numbers under them: "Age:" above "18 to 65", "Performance status:" above "WHO 0-2", "Life expectancy:" above "At least 12 weeks".</summary>
internal static class ValueHeadings
{
    /// <summary>Longer words than this are no bare value.</summary>
    public const int LongestValue = 60;

    /// <summary>The value; null where the heading names none.</summary>
    public static LeafType? Of(ReadOnlySpan<char> words)
    {
        var bare = words.Trim(" :*-•\r\n\t");
        return bare.Equals("age", StringComparison.OrdinalIgnoreCase) || bare.Equals("ages", StringComparison.OrdinalIgnoreCase) ? LeafType.Age
            : bare.Equals("performance status", StringComparison.OrdinalIgnoreCase) || bare.Equals("performance status (PS)", StringComparison.OrdinalIgnoreCase) ? LeafType.Score
            : bare.Equals("life expectancy", StringComparison.OrdinalIgnoreCase) ? LeafType.LifeExpectancy
            : null;
    }
}
