namespace Trialist.Model.Studies;

/// <summary>What a study measures.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Description">How; null when not given.</param>
/// <param name="TimeFrame">When; null when not given.</param>
public sealed record Outcome(string Measure, string? Description, string? TimeFrame);
