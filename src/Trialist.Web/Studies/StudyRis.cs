using System.Text;
using Trialist.Registry;

namespace Trialist.Web.Studies;

/// <summary>Studies as RIS, for reference managers: one record a study of the type "web page".</summary>
internal static class StudyRis
{
    public static string Write(IEnumerable<StoredStudy> studies, string root)
    {
        var ris = new StringBuilder();
        foreach (var stored in studies)
        {
            var study = stored.Study;
            Line(ris, "TY", "ELEC");
            Line(ris, "TI", stored.IsFictional() ? $"{Fiction.Mark}: {study.BriefTitle}" : study.BriefTitle);
            Line(ris, "AU", study.Sponsor?.Name);
            Line(ris, "AN", study.NctId.ToString());
            Line(ris, "PY", study.Dates.Start?.Earliest.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Line(ris, "AB", study.BriefSummary);
            foreach (var condition in study.Conditions)
            {
                Line(ris, "KW", condition);
            }

            Line(ris, "UR", $"{root}/studies/{study.NctId}");
            ris.Append("ER  - \r\n\r\n");
        }

        return ris.ToString();
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
