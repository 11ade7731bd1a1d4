using System.Text;

namespace Trialist.Web.Matching;

/// <summary>Why a leaf came out as it did, in one line.</summary>
internal static class ReasonWords
{
    private const int FactsShown = 3;

    public static string Of(Reason reason, bool withFacts = true)
    {
        var line = new StringBuilder(reason.Predicate).Append(": ").Append(reason.Truth switch
        {
            Truth.True => "yes",
            Truth.False => reason.NotApplicable ? "does not apply" : "no",
            Truth.Unknown => "not known",
        });
        if (reason.Borderline)
        {
            line.Append(" (borderline)");
        }

        if (withFacts && !reason.Facts.IsEmpty)
        {
            line.Append(", from ").AppendJoin("; ", reason.Facts.Take(FactsShown).Select(FactWords.Of));
        }

        if (!reason.Missing.IsEmpty)
        {
            line.Append("; missing: ").AppendJoin(", ", reason.Missing.AsEnumerable());
        }

        // A remark may hold a value or a day of the record.
        if (withFacts && reason.Note is { } note)
        {
            line.Append(" (").Append(note).Append(')');
        }

        return reason.Assumed is { } assumed ? line.Append(" (assumed: ").Append(assumed).Append(')').ToString() : line.ToString();
    }
}
