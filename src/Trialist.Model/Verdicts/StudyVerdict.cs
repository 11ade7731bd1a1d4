using Trialist.Model.Studies;

namespace Trialist.Model.Verdicts;

/// <summary>One study for one person.</summary>
/// <param name="NctId">The study.</param>
/// <param name="Title">Its brief title.</param>
/// <param name="Verdict">Eligible, ineligible or undetermined.</param>
/// <param name="Counts">How many criteria came out how.</param>
/// <param name="Criteria">Each criterion with its reasons, in printed order, structured limits first.</param>
public sealed record StudyVerdict(NctId NctId, string Title, Verdict Verdict, VerdictCounts Counts, ValueList<CriterionVerdict> Criteria)
{
    /// <summary>How well the study suits the person's problems and place, from 0 to 1; for ranking only.</summary>
    public double Score { get; init; }

    /// <summary>Distance from the person to the nearest site in kilometres; null when either place is unknown.</summary>
    public double? DistanceKm { get; init; }
}
