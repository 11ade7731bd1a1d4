namespace Trialist.Matching.Leaves;

/// <summary>Lengths of time against each other, such as an expected survival of 12 weeks against "at least 3 months".</summary>
internal static class LengthOfTime
{
    /// <summary>Null when either unit is no length of time, or both are the same.</summary>
    public static Truth? Compare(Bounds recorded, Bounds bounds)
    {
        if (recorded.Unit == bounds.Unit || Scale(recorded.Unit) is not { } from || Scale(bounds.Unit) is not { } to)
        {
            return null;
        }

        if (from.Family == to.Family)
        {
            return Comparison.Fit(Times(recorded, from.Low, from.Low), Times(bounds, to.Low, to.Low));
        }

        // A month has 30 or 31 days on end and a year 365 or 366: an answer counts when it is the same for both.
        var stretched = Times(recorded, from.Low, from.High);
        var low = Comparison.Fit(stretched, Times(bounds, to.Low, to.Low));
        return low == Comparison.Fit(stretched, Times(bounds, to.High, to.High)) ? low : Truth.Unknown;
    }

    // Within a family the factors are exact: months and years by 12, weeks and days by 7. Across families they are days.
    private static (char Family, decimal Low, decimal High)? Scale(string? unit) => unit switch
    {
        "h" => ('d', 1m / 24, 1m / 24),
        "d" => ('d', 1, 1),
        "wk" => ('d', 7, 7),
        "mo" => ('m', 30, 31),
        "a" => ('m', 360, 366),
        _ => null,
    };

    private static Bounds Times(Bounds bounds, decimal low, decimal high) =>
        new(bounds.Min is { } min ? min with { Value = min.Value * low } : null, bounds.Max is { } max ? max with { Value = max.Value * high } : null, "d");
}
