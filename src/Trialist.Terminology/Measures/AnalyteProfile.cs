namespace Trialist.Terminology.Measures;

/// <summary>What is known about the values of an analyte.</summary>
/// <param name="Unit">The canonical unit in UCUM; all ranges are in it.</param>
/// <param name="Units">Units that it is also reported in, in UCUM.</param>
/// <param name="Conversions">Conventional factors to the canonical unit, for units of another dimension.</param>
public sealed record AnalyteProfile(string Unit, ValueList<string> Units, ValueList<AnalyteConversion> Conversions)
{
    /// <summary>Values outside are slips of the pen or of the unit; null when no range is stated.</summary>
    public ValueRange? Plausible { get; init; }

    /// <summary>Normal range of adults of both sexes; where the sexes differ, from the lower low to the higher high.</summary>
    public ValueRange? Normal { get; init; }

    /// <summary>Normal range of women where it differs.</summary>
    public ValueRange? NormalFemale { get; init; }

    /// <summary>Normal range of men where it differs.</summary>
    public ValueRange? NormalMale { get; init; }

    /// <summary>The normal range for a sex, or for both when the sex is not known.</summary>
    public ValueRange? NormalFor(Sex? sex) => sex switch
    {
        Sex.Female => NormalFemale ?? Normal,
        Sex.Male => NormalMale ?? Normal,
        _ => Normal,
    };
}
