using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Trialist.Registry;

namespace Trialist.Web.Studies;

/// <summary>Studies as CSV for a person's spreadsheet: the registry's columns, the criteria, and a remark on made-up studies.</summary>
internal static class StudyCsv
{
    private static readonly CsvColumn[] Columns =
    [
        .. CsvColumn.OfRegistry,
        new("Inclusion And Exclusion Criteria", (stored, _) => stored.Study.Eligibility.Text),
        new("Remark", (stored, _) => stored.IsFictional() ? $"{Fiction.Mark}. {Fiction.Sentence}" : ""),
    ];

    public static string Write(IEnumerable<StoredStudy> studies, string root)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        // A cell that begins like a formula is escaped, so that a spreadsheet shows it and does not run it.
        using var csv = new CsvWriter(text, CsvForm.Of(InjectionOptions.Escape));
        foreach (var column in Columns)
        {
            csv.WriteField(column.Name);
        }

        csv.NextRecord();
        foreach (var stored in studies)
        {
            foreach (var column in Columns)
            {
                csv.WriteField(column.Value(stored, root) ?? "");
            }

            csv.NextRecord();
        }

        csv.Flush();
        return text.ToString();
    }
}
