namespace Trialist.Matching.Bulk;

/// <summary>How a person stands to a study, without the reasons.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Met">Deciding criteria and structured limits that are met.</param>
/// <param name="NotMet">Those that are not.</param>
/// <param name="Open">Those that are not known or not read.</param>
public readonly record struct StudyStanding(Verdict Verdict, int Met, int NotMet, int Open);
