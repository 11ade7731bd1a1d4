using Trialist.Matching.Bulk;

namespace Trialist.Screening.Ranking;

/// <summary>Orders studies for a person: first those about the person's problems, then by verdict, recruitment and distance.</summary>
/// <remarks>The weights stand in docs/reference/screening.md. A study that merely does not exclude the person never comes before one on the person's disease that is open to them.</remarks>
internal static class Ranker
{
    private const double OfConcern = 0.55;
    private const double OfVerdict = 0.25;
    private const double OfRecruitment = 0.12;
    private const double OfDistance = 0.08;

    /// <summary>Beyond so many kilometres every site is far.</summary>
    private const double FarKm = 2000;

    /// <summary>From 0 to 1.</summary>
    public static double Score(Study study, StudyStanding standing, double concern, double? distanceKm) =>
        (OfConcern * concern) + (OfVerdict * Chance(standing)) + (OfRecruitment * Openness(study.Status)) + (OfDistance * Nearness(distanceKm));

    private static double Chance(StudyStanding standing) => standing.Verdict switch
    {
        Verdict.Eligible => 1,
        Verdict.Ineligible => 0,
        Verdict.Undetermined => 0.35 + (0.45 * standing.Met / Math.Max(1, standing.Met + standing.Open)),
    };

    private static double Openness(string? status) => status switch
    {
        "RECRUITING" or "AVAILABLE" => 1,
        "NOT_YET_RECRUITING" => 0.8,
        "ENROLLING_BY_INVITATION" => 0.5,
        null or "UNKNOWN" => 0.3,
        "ACTIVE_NOT_RECRUITING" => 0.1,
        _ => 0,
    };

    private static double Nearness(double? distanceKm) => distanceKm is { } km ? Math.Max(0, 1 - (Math.Log10(1 + km) / Math.Log10(1 + FarKm))) : 0.3;
}
