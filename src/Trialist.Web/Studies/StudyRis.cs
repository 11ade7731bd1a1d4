using System.Globalization;
using System.Text;
using Trialist.Registry;

namespace Trialist.Web.Studies;

/// <summary>Studies as RIS, for reference managers: one record a study of the type "web page".</summary>
internal static class StudyRis
{
    /// <summary>The tags that a record may have, in order; the record's own begin and end not counted.</summary>
    public static readonly IReadOnlyList<string> Tags = ["TI", "AU", "AN", "PY", "AB", "KW", "UR"];

    /// <summary>Writes records.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="root">The address of this site.</param>
    /// <param name="tags">The tags to write; null for all.</param>
    public static string Write(IEnumerable<StoredStudy> studies, string root, IReadOnlyList<string>? tags = null)
    {
        var ris = new StringBuilder();
        foreach (var stored in studies)
        {
            Line(ris, "TY", "ELEC");
            foreach (var (tag, value) in Lines(stored, root))
            {
                if (tags is null || tags.Contains(tag, StringComparer.Ordinal))
                {
                    Line(ris, tag, value);
                }
            }

            ris.Append("ER  - \r\n\r\n");
        }

        return ris.ToString();
    }

    private static IEnumerable<(string Tag, string? Value)> Lines(StoredStudy stored, string root)
    {
        var study = stored.Study;
        yield return ("TI", stored.IsFictional() ? $"{Fiction.Mark}: {study.BriefTitle}" : study.BriefTitle);
        yield return ("AU", study.Sponsor?.Name);
        yield return ("AN", study.NctId.ToString());
        yield return ("PY", study.Dates.Start?.Earliest.Year.ToString(CultureInfo.InvariantCulture));
        yield return ("AB", study.BriefSummary);
        foreach (var condition in study.Conditions.AsEnumerable())
        {
            yield return ("KW", condition);
        }

        yield return ("UR", $"{root}/studies/{study.NctId}");
    }

    // One line a tag: a line break in a record would begin a field of its own.
    private static void Line(StringBuilder ris, string tag, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            ris.Append(tag).Append("  - ").Append(string.Join(' ', value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).Append("\r\n");
        }
    }
}
