namespace Trialist.Terminology.Measures;

/// <summary>What is known about the values of an analyte.</summary>
/// <param name="Unit">The canonical unit in UCUM; all ranges are in it.</param>
/// <param name="Units">Units that it is also reported in, in UCUM.</param>
/// <param name="Conversions">Conventional factors to the canonical unit, for units of another dimension.</param>
public sealed record AnalyteProfile(string Unit, ValueList<string> Units, ValueList<AnalyteConversion> Conversions)
{
    /// <summary>
    /// How far laboratories' limits of normal differ from the table's, as a share of it: what is tried at both ends when a
    /// laboratory's own range is not recorded. Harmonised reference intervals differ by about so much.
    /// </summary>
    private const decimal Spread = 0.25m;

    /// <summary>Values outside are slips of the pen or of the unit; null when no range is stated.</summary>
    public ValueRange? Plausible { get; init; }

    /// <summary>Normal range of adults of both sexes; where the sexes differ, from the lower low to the higher high.</summary>
    public ValueRange? Normal { get; init; }

    /// <summary>Normal range of women where it differs.</summary>
    public ValueRange? NormalFemale { get; init; }

    /// <summary>Normal range of men where it differs.</summary>
    public ValueRange? NormalMale { get; init; }

    /// <summary>Where laboratories put the upper limit of normal, in the canonical unit: the limits for either sex and a spread; null when no normal range is stated.</summary>
    public (decimal Low, decimal High)? UpperLimits => Normal?.High is { } high ? Around(high, NormalFemale?.High, NormalMale?.High) : null;

    /// <summary>Where laboratories put the lower limit of normal, likewise.</summary>
    public (decimal Low, decimal High)? LowerLimits => Normal?.Low is { } low ? Around(low, NormalFemale?.Low, NormalMale?.Low) : null;

    /// <summary>The normal range for a sex, or for both when the sex is not known.</summary>
    public ValueRange? NormalFor(Sex? sex) => sex switch
    {
        Sex.Female => NormalFemale ?? Normal,
        Sex.Male => NormalMale ?? Normal,
        _ => Normal,
    };

    private static (decimal Low, decimal High) Around(decimal limit, decimal? female, decimal? male)
    {
        var low = Math.Min(limit, Math.Min(female ?? limit, male ?? limit));
        var high = Math.Max(limit, Math.Max(female ?? limit, male ?? limit));
        return (low * (1 - Spread), high * (1 + Spread));
    }
}
