using System.Globalization;
using Trialist.Registry;

namespace Trialist.Web.Studies;

/// <summary>A column of the registry's CSV download; several values in a cell are joined with a bar.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Value">Makes the cell of a study; its second argument is the address of this site.</param>
internal sealed record CsvColumn(string Name, Func<StoredStudy, string, string?> Value)
{
    /// <summary>The thirty columns of the registry, in its order.</summary>
    public static IReadOnlyList<CsvColumn> OfRegistry { get; } =
    [
        Of("NCT Number", study => study.NctId.ToString()),
        Of("Study Title", study => study.BriefTitle),
        new("Study URL", (stored, root) => $"{root}/studies/{stored.NctId}"),
        Of("Acronym", study => study.Acronym),
        Of("Study Status", study => study.Status),
        Of("Brief Summary", study => study.BriefSummary),
        Of("Study Results", study => study.HasResults ? "YES" : "NO"),
        Of("Conditions", study => Joined(study.Conditions)),
        Of("Interventions", study => Joined(study.Interventions.Select(entry => entry.Type is null ? entry.Name : $"{entry.Type}: {entry.Name}"))),
        Of("Primary Outcome Measures", study => Joined(study.PrimaryOutcomes.Select(InOneLine))),
        Of("Secondary Outcome Measures", study => Joined(study.SecondaryOutcomes.Select(InOneLine))),
        Of("Other Outcome Measures", study => Joined(study.OtherOutcomes.Select(InOneLine))),
        Of("Sponsor", study => study.Sponsor?.Name),
        Of("Collaborators", study => Joined(study.Collaborators.Select(organization => organization.Name))),
        Of("Sex", study => study.Eligibility.Sex?.ToString().ToUpperInvariant()),
        Of("Age", study => Joined(study.Eligibility.StandardAges)),
        Of("Phases", study => Joined(study.Design.Phases)),
        Of("Enrollment", study => study.Design.Enrollment?.ToString(CultureInfo.InvariantCulture)),
        Of("Funder Type", study => study.Sponsor?.Class),
        Of("Study Type", study => study.Design.StudyType),
        Of("Study Design", study => Joined(Design(study.Design))),
        Of("Other IDs", study => Joined(new[] { study.OrgStudyId }.OfType<string>().Concat(study.SecondaryIds.Select(id => id.Id)))),
        Of("Start Date", study => study.Dates.Start?.ToString()),
        Of("Primary Completion Date", study => study.Dates.PrimaryCompletion?.ToString()),
        Of("Completion Date", study => study.Dates.Completion?.ToString()),
        Of("First Posted", study => study.Dates.FirstPosted?.ToString()),
        Of("Results First Posted", study => study.Dates.ResultsFirstPosted?.ToString()),
        Of("Last Update Posted", study => study.Dates.LastUpdatePosted?.ToString()),
        Of("Locations", study => Joined(study.Sites.Select(InOneLine))),
        new("Study Documents", (stored, _) => Joined(StudyDocument.Read(stored.NctId, stored.Json).Select(document => $"{document.Label}, {document.Url}"))),
    ];

    private static CsvColumn Of(string name, Func<Study, string?> value) => new(name, (stored, _) => value(stored.Study));

    private static IEnumerable<string> Design(StudyDesign design)
    {
        (string Name, string? Value)[] parts =
        [
            ("Allocation", design.Allocation), ("Intervention Model", design.InterventionModel), ("Masking", Masking(design)),
            ("Primary Purpose", design.PrimaryPurpose), ("Observational Model", design.ObservationalModel), ("Time Perspective", design.TimePerspective),
        ];
        return parts.Where(part => part.Value is not null).Select(part => $"{part.Name}: {part.Value}");
    }

    private static string? Masking(StudyDesign design) =>
        design.Masking is { } masking && !design.WhoMasked.IsEmpty ? $"{masking} ({string.Join(", ", design.WhoMasked)})" : design.Masking;

    private static string InOneLine(Outcome outcome) => string.Join(", ", new[] { outcome.Measure, outcome.Description, outcome.TimeFrame }.Where(part => !string.IsNullOrEmpty(part)));

    private static string InOneLine(Model.Studies.Site site) =>
        string.Join(", ", new[] { site.Facility, site.City, site.State, site.Zip, site.Country }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Joined(IEnumerable<string> values) => string.Join('|', values);
}
