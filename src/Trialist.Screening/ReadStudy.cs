using Trialist.Criteria;

namespace Trialist.Screening;

/// <summary>A study with its criteria as read.</summary>
/// <param name="Study">The study.</param>
/// <param name="Criteria">Its eligibility text as read; null when it has none.</param>
public sealed record ReadStudy(Study Study, CriteriaDocument? Criteria)
{
    /// <summary>Reads the study's own text.</summary>
    public static ReadStudy Of(Study study) =>
        new(study, string.IsNullOrWhiteSpace(study.Eligibility.Text) ? null : CriteriaReader.Default.Read(study.Eligibility.Text, study.Eligibility));

    /// <summary>A team's own draft, given as plain criteria text.</summary>
    /// <param name="name">What to call it, such as the name of its file.</param>
    /// <param name="text">The criteria text.</param>
    public static ReadStudy OfDraft(string name, string text) => Of(new Study(default, name) { Eligibility = new EligibilityRules { Text = text } });
}
