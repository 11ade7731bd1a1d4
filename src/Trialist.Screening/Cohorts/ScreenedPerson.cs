namespace Trialist.Screening.Cohorts;

/// <summary>One person of a cohort against the study.</summary>
/// <param name="Id">The person's id in the file, or a number where the export is de-identified.</param>
/// <param name="Verdict">The verdict with its reasons.</param>
public sealed record ScreenedPerson(string Id, StudyVerdict Verdict);
