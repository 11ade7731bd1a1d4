namespace Trialist.Model.Verdicts;

/// <summary>How many criteria of a study came out how, for one person.</summary>
/// <param name="Met">Known to be met.</param>
/// <param name="NotMet">Known not to be met.</param>
/// <param name="Unknown">Understood, but a fact is missing.</param>
/// <param name="Unread">Not understood, or in part where it matters.</param>
/// <param name="Judgement">For a clinician to judge.</param>
/// <param name="Action">Done at enrolment.</param>
public sealed record VerdictCounts(int Met, int NotMet, int Unknown, int Unread, int Judgement, int Action);
