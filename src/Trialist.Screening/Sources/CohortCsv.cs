using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Trialist.Screening.Sources;

/// <summary>Reads a cohort from CSV: one line a person, the header says what each column is (docs/reference/screening.md lists the forms).</summary>
public static class CohortCsv
{
    /// <summary>Columns of one table; more are no cohort.</summary>
    private const int MaxColumns = 1000;

    /// <summary>Longest line in characters.</summary>
    private const int MaxLine = 1_000_000;

    /// <summary>Reads the persons one by one.</summary>
    /// <exception cref="TrialistException">The header or a cell cannot be read; the message names the line and the column, never the value.</exception>
    public static IEnumerable<Person> Read(TextReader input)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = bad => throw new TrialistException($"The cohort table cannot be read: line {bad.Context.Parser?.Row} has a quotation mark in a wrong place, or one that is never closed."),
            MissingFieldFound = null,
            AllowComments = true,
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = MaxLine,
            DetectDelimiter = true,
            GetDelimiter = args => DelimiterOf(args.Text),
        };
        using var csv = new CsvReader(input, configuration);
        if (!csv.Read() || !csv.ReadHeader() || csv.HeaderRecord is not { Length: > 0 } header)
        {
            throw new TrialistException("The CSV file is empty: expected a header such as id,birth date,sex,creatinine [mg/dL].");
        }

        if (header.Length > MaxColumns)
        {
            throw new TrialistException($"The CSV file has {header.Length} columns; the limit is {MaxColumns}.");
        }

        var twice = header.Where(heading => heading.Trim().Length > 0).GroupBy(heading => heading.Trim(), StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        if (twice is not null)
        {
            throw new TrialistException($"The cohort table cannot be read: the header has two columns '{twice.Key}'.");
        }

        var columns = header.Select(CohortColumn.Parse).ToList();
        while (csv.Read())
        {
            if (csv.Parser.Count > columns.Count)
            {
                throw new TrialistException($"The cohort table cannot be read: line {csv.Parser.Row} has {csv.Parser.Count} cells, the header {columns.Count}.");
            }

            yield return PersonOf(csv, columns);
        }
    }

    // Spreadsheets of countries with a decimal comma part cells with semicolons; the header tells.
    private static string DelimiterOf(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var (commas, semicolons, tabs) = (line.Count(','), line.Count(';'), line.Count('\t'));
                return commas > 0 ? "," : semicolons > 0 ? ";" : tabs > 0 ? "\t" : ",";
            }
        }

        return ",";
    }

    private static Person PersonOf(CsvReader csv, List<CohortColumn> columns)
    {
        var draft = new CohortDraft(csv.Parser.Row);
        foreach (var column in columns)
        {
            if (column.Kind == CohortColumnKind.Date)
            {
                draft.Take(column, csv.GetField(column.Index) ?? "");
            }
        }

        for (var index = 0; index < columns.Count; index++)
        {
            if (columns[index].Kind != CohortColumnKind.Date && csv.GetField(index) is { Length: > 0 } cell)
            {
                draft.Take(columns[index], cell);
            }
        }

        return draft.ToPerson();
    }
}
