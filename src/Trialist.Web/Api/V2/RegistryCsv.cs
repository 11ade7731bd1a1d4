using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Trialist.Registry;
using Trialist.Web.Studies;

namespace Trialist.Web.Api.V2;

/// <summary>Pages of studies as CSV, in the registry's order of columns whatever order is asked for.</summary>
internal sealed class RegistryCsv
{
    private readonly List<CsvColumn> columns;
    private readonly string root;

    private RegistryCsv(List<CsvColumn> columns, string root) => (this.columns, this.root) = (columns, root);

    /// <summary>Chooses columns by name; all for null.</summary>
    /// <exception cref="ApiRefusal">A name is none of them.</exception>
    public static RegistryCsv Of(IReadOnlyList<string>? fields, string root)
    {
        if (fields is null)
        {
            return new RegistryCsv([.. CsvColumn.OfRegistry], root);
        }

        if (fields.Count == 0)
        {
            throw ApiRefusal.BadRequest("Parameter 'fields' must not be empty");
        }

        var unknown = fields.FirstOrDefault(field => CsvColumn.OfRegistry.All(column => column.Name != field));
        return unknown is null
            ? new RegistryCsv([.. CsvColumn.OfRegistry.Where(column => fields.Contains(column.Name, StringComparer.Ordinal))], root)
            : throw ApiRefusal.BadRequest($"Parameter 'fields' contains invalid CSV column name: '{unknown}'").Meaning(unknown, CsvColumn.OfRegistry.Select(column => column.Name));
    }

    /// <summary>The rows of some studies. Values are as the record has them: a program reads them, so nothing is escaped for spreadsheets.</summary>
    public string Page(IEnumerable<StoredStudy> studies, bool withHeading)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using var csv = new CsvWriter(text, CsvForm.Of(InjectionOptions.None));
        if (withHeading)
        {
            Row(csv, column => column.Name);
        }

        foreach (var study in studies)
        {
            Row(csv, column => column.Value(study, root));
        }

        csv.Flush();
        return text.ToString();
    }

    private void Row(CsvWriter csv, Func<CsvColumn, string?> cell)
    {
        foreach (var column in columns)
        {
            csv.WriteField(cell(column) ?? "");
        }

        csv.NextRecord();
    }
}
