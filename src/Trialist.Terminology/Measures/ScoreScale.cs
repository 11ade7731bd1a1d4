namespace Trialist.Terminology.Measures;

/// <summary>The scale of a clinical score.</summary>
/// <param name="Min">Lowest value of the scale.</param>
/// <param name="Max">Highest value of the scale.</param>
/// <param name="Step">Distance of neighbouring values; 0 where any number may stand.</param>
/// <param name="HigherIsWorse">True when more points mean more disease; null where neither holds.</param>
/// <param name="Values">Values that are written as letters, words or roman numerals.</param>
public sealed record ScoreScale(decimal Min, decimal Max, decimal Step, bool? HigherIsWorse, ValueList<ScoreValue> Values)
{
    /// <summary>The number of a value written as a roman numeral, letter or word; null when the scale knows no such value.</summary>
    public ScoreValue? Find(ReadOnlySpan<char> written)
    {
        foreach (var value in Values)
        {
            if (written.Equals(value.Written, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }
}
