namespace Trialist.Terminology.Measures;

/// <summary>A closed range of values in the canonical unit of its analyte.</summary>
/// <param name="Low">The lowest value; null when the range is open below.</param>
/// <param name="High">The highest value; null when the range is open above.</param>
public readonly record struct ValueRange(decimal? Low, decimal? High)
{
    /// <summary>True when the value lies within both ends.</summary>
    public bool Contains(decimal value) => !(value < Low) && !(value > High);
}
