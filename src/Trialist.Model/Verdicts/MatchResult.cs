namespace Trialist.Model.Verdicts;

/// <summary>One person against the registry.</summary>
/// <param name="AsOf">The day for which ages and windows were computed.</param>
/// <param name="Age">Age in completed years on that day; null when unknown.</param>
/// <param name="Sex">Recorded sex; null when unknown.</param>
/// <param name="Facts">How many facts were read.</param>
/// <param name="StudiesConsidered">How many studies were judged.</param>
/// <param name="Results">The studies, best first.</param>
/// <param name="Questions">What to ask next, most deciding first.</param>
public sealed record MatchResult(
    DateOnly AsOf, int? Age, Studies.Sex? Sex, int Facts, int StudiesConsidered, ValueList<StudyVerdict> Results, ValueList<Question> Questions);
