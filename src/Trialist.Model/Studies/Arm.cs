namespace Trialist.Model.Studies;

/// <summary>A group of participants.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Type">The registry's type, such as <c>EXPERIMENTAL</c>; null for cohorts of observational studies.</param>
/// <param name="Description">What happens in it; null when not given.</param>
/// <param name="InterventionNames">Its interventions, as <c>Drug: IL3 CAR T-cells</c>.</param>
public sealed record Arm(string Label, string? Type, string? Description, ValueList<string> InterventionNames);
