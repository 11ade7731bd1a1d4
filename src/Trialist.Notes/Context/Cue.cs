namespace Trialist.Notes.Context;

/// <summary>One row of the cue table.</summary>
/// <param name="Words">Its words, lower case.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Direction">Where it looks.</param>
/// <param name="Reach">Over how many tokens; a list of terms counts as one place.</param>
/// <param name="Label">The relative whom a family cue names; null for others.</param>
internal sealed record Cue(string[] Words, CueKind Kind, CueDirection Direction, int Reach, string? Label);
