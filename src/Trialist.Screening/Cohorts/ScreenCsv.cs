using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Trialist.Matching;

namespace Trialist.Screening.Cohorts;

/// <summary>Writes a screening result as CSV: one line a person, one column a criterion with met, not met or unknown, and what is missing.</summary>
public static class ScreenCsv
{
    /// <summary>Writes the table; the first line is a comment where silence was read as "no".</summary>
    public static void Write(TextWriter output, ScreenResult result)
    {
        // A spreadsheet runs cells that begin with =, +, - or @: such cells get an apostrophe.
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape, NewLine = "\n" };
        if (!result.AssumedComplete.IsEmpty)
        {
            output.Write($"# assumed complete, silence read as no: {AssumedComplete.Describe(result.AssumedComplete)}\n");
        }

        using var csv = new CsvWriter(output, configuration, leaveOpen: true);
        foreach (var heading in (IEnumerable<string>)["person", "verdict", .. result.Funnel.Select(row => row.Id), "missing"])
        {
            csv.WriteField(heading);
        }

        csv.NextRecord();
        foreach (var (id, verdict) in result.People)
        {
            csv.WriteField(id);
            csv.WriteField(verdict.Verdict.ToString().ToLowerInvariant());
            foreach (var criterion in verdict.Criteria)
            {
                csv.WriteField(criterion.Met switch { true => "met", false => "not met", null => "unknown" });
            }

            csv.WriteField(string.Join("; ", verdict.Criteria.SelectMany(criterion => criterion.Because).SelectMany(reason => reason.Missing).Distinct(StringComparer.Ordinal)));
            csv.NextRecord();
        }
    }
}
