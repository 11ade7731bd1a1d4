namespace Trialist.Screening.Cohorts;

/// <summary>One study against a cohort.</summary>
/// <param name="NctId">The study; null for a draft that has no number.</param>
/// <param name="Title">Its title, or the name of the draft's file.</param>
/// <param name="AsOf">The day for which ages and windows were computed.</param>
/// <param name="Persons">How many persons were screened.</param>
/// <param name="Eligible">How many fit as far as is known.</param>
/// <param name="Ineligible">How many are known not to.</param>
/// <param name="Undetermined">Of how many it is not known.</param>
/// <param name="Funnel">What each criterion does, in printed order, structured limits first.</param>
/// <param name="MostCostly">The criterion that alone keeps out most; null when none keeps anybody out.</param>
/// <param name="People">The persons: eligible first, then open, then ineligible.</param>
/// <param name="Questions">Missing facts that would decide most of those still open.</param>
/// <param name="AssumedComplete">Parts of the records whose silence was read as "no"; empty in the open world. Every page and export has to say it.</param>
public sealed record ScreenResult(
    NctId? NctId, string Title, DateOnly AsOf, int Persons, int Eligible, int Ineligible, int Undetermined,
    ValueList<FunnelRow> Funnel, string? MostCostly, ValueList<ScreenedPerson> People, ValueList<Question> Questions, ValueList<LeafType> AssumedComplete);
