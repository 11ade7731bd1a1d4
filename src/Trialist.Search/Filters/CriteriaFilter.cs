using Trialist.Search.Eligibility;

namespace Trialist.Search.Filters;

/// <summary>A question to the criteria with the answers of all studies.</summary>
/// <param name="Question">What is asked, and which answer is wanted.</param>
/// <param name="Answers">By number of the study; those that are silent are not listed.</param>
public sealed record CriteriaFilter(CriteriaQuestion Question, IReadOnlyDictionary<int, CriteriaAnswer> Answers)
{
    /// <summary>Asks a table.</summary>
    public static CriteriaFilter Ask(CriteriaTable table, CriteriaQuestion question) => new(question, table.Ask(question)) { Studies = table.Studies };

    /// <summary>How many studies were asked.</summary>
    public int Studies { get; init; }

    /// <summary>How many studies give an answer.</summary>
    public int Count(CriteriaAnswer answer) => answer == CriteriaAnswer.Silent ? Studies - Answers.Count : Answers.Values.Count(given => given == answer);

    internal bool Passes(int study) => Question.Takes(Answers.GetValueOrDefault(study, CriteriaAnswer.Silent));
}
