namespace Trialist.Criteria.Islands;

/// <summary>The unit that stands behind a number.</summary>
/// <param name="Code">The unit in UCUM; null where none stands there.</param>
/// <param name="End">After its last character in the whole text.</param>
/// <param name="OfPredicted">True when the words say "of predicted".</param>
internal sealed record UnitWords(string? Code, int End, bool OfPredicted)
{
    public static UnitWords None { get; } = new(null, 0, false);
}
