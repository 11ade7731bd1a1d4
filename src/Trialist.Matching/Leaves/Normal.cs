namespace Trialist.Matching.Leaves;

/// <summary>Values against multiples of normal, and multiples of normal against values.</summary>
internal static class Normal
{
    public static Comparison Compare(Fact fact, Bounds recorded, Bounds bounds, Concept analyte, IVocabulary vocabulary)
    {
        var upper = bounds.Unit == "[ULN]" || recorded.Unit == "[ULN]";
        var multiple = bounds.Unit is "[ULN]" or "[LLN]" ? bounds : recorded;
        var value = ReferenceEquals(multiple, bounds) ? recorded : bounds;
        if (value.Unit is "[ULN]" or "[LLN]")
        {
            return Comparison.Open("multiples of the upper and the lower limit of normal cannot be compared");
        }

        if (ReferenceEquals(multiple, bounds) && OwnLimit(fact, recorded, upper, analyte, vocabulary) is { } own)
        {
            return new Comparison(Comparison.Fit(recorded, Scaled(bounds, own, recorded.Unit)), false, null, null);
        }

        if ((upper ? vocabulary.UpperLimit(analyte) : vocabulary.LowerLimit(analyte)) is not { } plausible)
        {
            return Comparison.Open("the laboratory's normal range is not recorded");
        }

        if (Comparison.Converted(value, new Bounds(null, null, plausible.Unit), analyte, vocabulary) is not { } inUnit)
        {
            return Comparison.Open($"{value.Unit ?? "a value without a unit"} cannot be compared with the normal range in {plausible.Unit}");
        }

        var atLow = Fit(plausible.Low);
        var atHigh = Fit(plausible.High);
        var range = $"{(upper ? "upper" : "lower")} limit of normal between {plausible.Low} and {plausible.High} {plausible.Unit}";
        return atLow == atHigh && atLow != Truth.Unknown
            ? new Comparison(atLow, false, range, null)
            : Comparison.Open($"depends on the laboratory's normal range; with a {range} it could be either");

        Truth Fit(decimal limit)
        {
            var scaled = Scaled(multiple, limit, plausible.Unit);
            return ReferenceEquals(multiple, bounds) ? Comparison.Fit(inUnit, scaled) : Comparison.Fit(scaled, inUnit);
        }
    }

    /// <summary>The limit of the laboratory's own range in the unit of the value; null when not recorded.</summary>
    public static decimal? OwnLimit(Fact fact, Bounds recorded, bool upper, Concept analyte, IVocabulary vocabulary)
    {
        if (fact.ReferenceRange is not { } range || (upper ? range.Max : range.Min) is not { } limit || limit.Value <= 0)
        {
            return null;
        }

        return range.Unit is null || range.Unit == recorded.Unit ? limit.Value
            : recorded.Unit is { } unit ? vocabulary.Convert(analyte, limit.Value, range.Unit, unit)
            : null;
    }

    private static Bounds Scaled(Bounds bounds, decimal limit, string? unit) =>
        new(bounds.Min is { } min ? min with { Value = min.Value * limit } : null, bounds.Max is { } max ? max with { Value = max.Value * limit } : null, unit);
}
