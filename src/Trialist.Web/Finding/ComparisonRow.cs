using Trialist.Registry;
using Trialist.Screening;
using Trialist.Web.Words;

namespace Trialist.Web.Finding;

/// <summary>One property of several studies, side by side.</summary>
/// <param name="Name">The property.</param>
/// <param name="Values">Its value in each study, in their order.</param>
internal sealed record ComparisonRow(string Name, IReadOnlyList<string> Values)
{
    public bool Differs => Values.Distinct(StringComparer.Ordinal).Count() > 1;

    private static readonly (string Name, Func<Study, string?> Value)[] Properties =
    [
        ("Status", study => Word("status", study.Status)),
        ("Phase", study => Joined(study.Design.Phases.Select(phase => Word("phase", phase)!))),
        ("Study type", study => Word("studyType", study.Design.StudyType)),
        ("Conditions", study => Joined(study.Conditions)),
        ("Treatments", study => Joined(study.Interventions.Select(treatment => treatment.Name))),
        ("Purpose", study => Word("purpose", study.Design.PrimaryPurpose)),
        ("How groups are chosen", study => Word("allocation", study.Design.Allocation)),
        ("Masking", study => Word("masking", study.Design.Masking)),
        ("Groups", study => study.Arms.IsEmpty ? null : Joined(study.Arms.Select(arm => arm.Label))),
        ("Enrolment", study => study.Design.Enrollment is { } count ? Counts.Of(count, "participant") : null),
        ("Ages", study => AgeWords.Of(study.Eligibility)),
        ("Sex", study => Word("sex", study.Eligibility.Sex?.ToString().ToUpperInvariant())),
        ("Healthy volunteers", study => study.Eligibility.HealthyVolunteers switch { true => "Welcome", false => "Not taken", null => null }),
        ("Criteria", study => ReadStudy.Of(study).Criteria is { } criteria
            ? $"{Top(criteria, CriterionKind.Inclusion)} inclusion, {Top(criteria, CriterionKind.Exclusion)} exclusion" : null),
        ("Primary outcomes", study => Joined(study.PrimaryOutcomes.Select(outcome => outcome.Measure))),
        ("Sites", study => study.Sites.IsEmpty ? null : $"{Counts.Of(study.Sites.Count, "site")} in {Joined(study.Sites.Select(site => site.Country).OfType<string>().Distinct())}"),
        ("Start", study => study.Dates.Start?.InWords()),
        ("Completion", study => study.Dates.Completion?.InWords()),
        ("Sponsor", study => study.Sponsor?.Name),
        ("Last confirmed", study => study.Dates.StatusVerified?.MonthInWords()),
        ("Last changed", study => study.Dates.LastUpdatePosted?.MonthInWords()),
    ];

    public static IReadOnlyList<ComparisonRow> Of(IReadOnlyList<StoredStudy> studies) =>
        [.. Properties.Select(property => new ComparisonRow(property.Name, [.. studies.Select(study => property.Value(study.Study) is { Length: > 0 } value ? value : Say.NotStated)]))];

    private static int Top(CriteriaDocument criteria, CriterionKind kind) => criteria.Criteria.Count(criterion => criterion.Kind == kind && criterion.Parent is null);

    private static string? Word(string kind, string? value) => value is null ? null : RegistryWords.Of(kind, value).Label;

    private static string Joined(IEnumerable<string> values) => string.Join("; ", values);
}
