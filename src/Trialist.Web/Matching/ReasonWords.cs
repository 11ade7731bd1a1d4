using System.Text;
using Trialist.Criteria.English;

namespace Trialist.Web.Matching;

/// <summary>Why a leaf came out as it did, in one line.</summary>
internal static class ReasonWords
{
    private const int FactsShown = 3;

    public static string Of(Reason reason, bool withFacts = true)
    {
        // Words that were not understood have no truth of their own.
        if (reason is { Leaf: null, Truth: Truth.Unknown, Missing.IsEmpty: true })
        {
            return reason.Predicate;
        }

        var line = new StringBuilder(reason.Leaf is { } leaf ? PredicateEnglish.Say(leaf) : reason.Predicate).Append(": ").Append(reason.Truth switch
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
            line.Append("; missing: ").AppendJoin(", ", reason.Missing.Select(FactEnglish.NameOf));
        }

        // A remark may hold a value or a day of the record.
        if (withFacts && reason.Note is { } note)
        {
            line.Append(" (").Append(note).Append(')');
        }

        return reason.Assumed is { } assumed ? line.Append(" (assumed: ").Append(assumed).Append(')').ToString() : line.ToString();
    }
}
