using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Trialist.Registry;
using Trialist.Web.Words;

namespace Trialist.Web.Studies;

/// <summary>Studies as CSV with the columns of the registry's own download; several values in a cell are joined with a bar.</summary>
internal static class StudyCsv
{
    private static readonly (string Name, Func<Study, string?> Value)[] Columns =
    [
        ("NCT Number", study => study.NctId.ToString()),
        ("Study Title", study => study.BriefTitle),
        ("Acronym", study => study.Acronym),
        ("Study Status", study => study.Status),
        ("Brief Summary", study => study.BriefSummary),
        ("Study Results", study => study.HasResults ? "YES" : "NO"),
        ("Conditions", study => Joined(study.Conditions)),
        ("Interventions", study => Joined(study.Interventions.Select(entry => entry.Type is null ? entry.Name : $"{entry.Type}: {entry.Name}"))),
        ("Primary Outcome Measures", study => Joined(study.PrimaryOutcomes.Select(InOneLine))),
        ("Secondary Outcome Measures", study => Joined(study.SecondaryOutcomes.Select(InOneLine))),
        ("Other Outcome Measures", study => Joined(study.OtherOutcomes.Select(InOneLine))),
        ("Sponsor", study => study.Sponsor?.Name),
        ("Collaborators", study => Joined(study.Collaborators.Select(organization => organization.Name))),
        ("Sex", study => study.Eligibility.Sex?.ToString().ToUpperInvariant()),
        ("Age", study => Joined(study.Eligibility.StandardAges)),
        ("Phases", study => Joined(study.Design.Phases)),
        ("Enrollment", study => study.Design.Enrollment?.ToString(CultureInfo.InvariantCulture)),
        ("Funder Type", study => study.Sponsor?.Class),
        ("Study Type", study => study.Design.StudyType),
        ("Study Design", study => Joined(Design(study.Design))),
        ("Other IDs", study => Joined(new[] { study.OrgStudyId }.OfType<string>().Concat(study.SecondaryIds.Select(id => id.Id)))),
        ("Start Date", study => study.Dates.Start?.ToString()),
        ("Primary Completion Date", study => study.Dates.PrimaryCompletion?.ToString()),
        ("Completion Date", study => study.Dates.Completion?.ToString()),
        ("First Posted", study => study.Dates.FirstPosted?.ToString()),
        ("Results First Posted", study => study.Dates.ResultsFirstPosted?.ToString()),
        ("Last Update Posted", study => study.Dates.LastUpdatePosted?.ToString()),
        ("Locations", study => Joined(study.Sites.Select(InOneLine))),
        ("Inclusion And Exclusion Criteria", study => study.Eligibility.Text),
    ];

    public static string Write(IEnumerable<StoredStudy> studies, string root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        // A cell that begins like a formula is escaped, so that a spreadsheet shows it and does not run it.
        using var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\r\n" });
        foreach (var (name, _) in Columns)
        {
            csv.WriteField(name);
        }

        csv.WriteField("Study URL");
        csv.WriteField("Remark");
        csv.NextRecord();
        foreach (var stored in studies)
        {
            foreach (var (_, value) in Columns)
            {
                csv.WriteField(value(stored.Study) ?? "");
            }

            csv.WriteField($"{root}/studies/{stored.NctId}");
            csv.WriteField(stored.IsFictional() ? $"{Fiction.Mark}. {Fiction.Sentence}" : "");
            csv.NextRecord();
        }

        csv.Flush();
        return text.ToString();
    }

    private static IEnumerable<string> Design(StudyDesign design)
    {
        (string Name, string Kind, string? Value)[] parts =
        [
            ("Allocation", "allocation", design.Allocation), ("Intervention Model", "model", design.InterventionModel), ("Masking", "masking", design.Masking),
            ("Primary Purpose", "purpose", design.PrimaryPurpose), ("Observational Model", "observationalModel", design.ObservationalModel), ("Time Perspective", "timePerspective", design.TimePerspective),
        ];
        return parts.Where(part => part.Value is not null).Select(part => $"{part.Name}: {RegistryWords.Of(part.Kind, part.Value!).Label}");
    }

    private static string InOneLine(Outcome outcome) => string.Join(", ", new[] { outcome.Measure, outcome.Description, outcome.TimeFrame }.Where(part => !string.IsNullOrEmpty(part)));

    private static string InOneLine(Model.Studies.Site site) =>
        string.Join(", ", new[] { site.Facility, site.City, site.State, site.Zip, site.Country }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Joined(IEnumerable<string> values) => string.Join('|', values);
}
