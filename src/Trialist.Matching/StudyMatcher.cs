namespace Trialist.Matching;

/// <summary>Judges whole studies for a person.</summary>
public static class StudyMatcher
{
    /// <summary>The verdict on a study with a reason for each criterion.</summary>
    /// <param name="study">The study, for its structured limits.</param>
    /// <param name="criteria">Its text as read; null when there is none.</param>
    /// <param name="person">The person.</param>
    public static StudyVerdict Judge(Study study, CriteriaDocument? criteria, PreparedPerson person)
    {
        var verdicts = StructuredLimits.Judge(study.Eligibility, person);
        var nodes = criteria is null ? [] : CriterionNode.Tree(criteria, study.Eligibility);
        foreach (var node in nodes)
        {
            verdicts.Add(CriterionMatcher.Judge(node, person));
        }

        return new StudyVerdict(study.NctId, study.BriefTitle, VerdictOf(verdicts, nodes.Count > 0, person), Count(verdicts), verdicts.ToValueList());
    }

    /// <summary>The rule of the contract: one criterion known not to be met makes ineligible; only a study with text whose every criterion that computes is met makes eligible.</summary>
    private static Verdict VerdictOf(List<CriterionVerdict> verdicts, bool hasText, PreparedPerson person)
    {
        var deciding = verdicts.Where(verdict => verdict.Reading is not (Reading.Judgement or Reading.Action)).ToList();
        if (deciding.Any(verdict => verdict.Met == false))
        {
            return Verdict.Ineligible;
        }

        return hasText && person.HasFacts && !person.Person.Deceased && deciding.Count > 0 && deciding.All(verdict => verdict.Met == true)
            ? Verdict.Eligible
            : Verdict.Undetermined;
    }

    private static VerdictCounts Count(List<CriterionVerdict> verdicts)
    {
        int met = 0, notMet = 0, unknown = 0, unread = 0, judgement = 0, action = 0;
        foreach (var verdict in verdicts)
        {
            _ = verdict switch
            {
                { Reading: Reading.Judgement } => judgement++,
                { Reading: Reading.Action } => action++,
                { Met: true } => met++,
                { Met: false } => notMet++,
                { Reading: Reading.None or Reading.Partial } => unread++,
                _ => unknown++,
            };
        }

        return new VerdictCounts(met, notMet, unknown, unread, judgement, action);
    }
}
