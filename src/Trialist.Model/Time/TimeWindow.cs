namespace Trialist.Model.Time;

/// <summary>When a fact has to hold.</summary>
/// <param name="Relation">How the fact's time stands to the anchor.</param>
/// <param name="Min">Least distance or least duration; null when none is given.</param>
/// <param name="Max">Greatest distance; null when none is given.</param>
/// <param name="LongerOf">Alternatives of which the longer counts ("5 half-lives or 28 days, whichever is longer").</param>
/// <param name="Anchor">What the window is counted from: <c>screening</c>, <c>enrolment</c>, <c>randomisation</c>, <c>first dose</c> …; null when not said.</param>
public sealed record TimeWindow(TimeRelation Relation, Duration? Min, Duration? Max, ValueList<Duration> LongerOf, string? Anchor)
{
    /// <summary>A window that is only a relation.</summary>
    public TimeWindow(TimeRelation relation) : this(relation, null, null, [], null) { }
}
