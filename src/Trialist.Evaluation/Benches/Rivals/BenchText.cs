namespace Trialist.Evaluation.Benches.Rivals;

/// <summary>What the box searches in this product (the registry's BasicSearch), as far as it is text: what the rivals are filled with.</summary>
internal static class BenchText
{
    public static IEnumerable<string?> Of(Study study) =>
    [
        study.BriefTitle, study.OfficialTitle, study.Acronym, study.BriefSummary, .. study.Conditions, .. study.Keywords,
        .. study.Interventions.SelectMany(intervention => intervention.OtherNames.Prepend(intervention.Name).Append(intervention.Description ?? "")),
        .. study.Arms.SelectMany(arm => new[] { arm.Label, arm.Description }),
        .. study.PrimaryOutcomes.Concat(study.SecondaryOutcomes).Concat(study.OtherOutcomes).SelectMany(outcome => new[] { outcome.Measure, outcome.Description }),
        study.Sponsor?.Name,
        .. study.Sites.SelectMany(site => new[] { site.Facility, site.City, site.State, site.Country }).Distinct(),
    ];

    /// <summary>The text on one line, for engines that read it from a file.</summary>
    public static string LineOf(Study study) => string.Join(' ', Of(study)).Replace('\n', ' ').Replace('\r', ' ').Replace('\t', ' ').Replace('\0', ' ');
}
