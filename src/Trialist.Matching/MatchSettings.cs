namespace Trialist.Matching;

/// <summary>What a match is made under.</summary>
/// <param name="AsOf">The day for which ages, windows and shelf lives are computed; facts after it are left out.</param>
public sealed record MatchSettings(DateOnly AsOf)
{
    /// <summary>
    /// Fact types for which the record is taken as complete, so that silence reads as "no". Empty, the open world, unless a
    /// user who screens full charts asks for it; every reason that rests on it says so.
    /// </summary>
    public ValueList<LeafType> AssumeComplete { get; init; }
}
