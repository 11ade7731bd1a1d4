namespace Trialist.Criteria.Islands;

/// <content>A dose in brackets behind a drug: "corticosteroids (> 10 mg/day of prednisone or equivalent)".</content>
internal sealed partial class IslandParser
{
    private static readonly HashSet<string> OfDoseBefore = new(StringComparer.OrdinalIgnoreCase) { "in", "at", "a", "an", "of", "dosing", "dose", "doses", "dosage", "dosages", "daily" };

    private static readonly HashSet<string> EachDay = new(StringComparer.OrdinalIgnoreCase) { "daily", "per day", "a day", "/day", "/d", "each day" };

    // How much is taken is a limit on the drug; of which other drug so much is meant narrows it.
    private bool TryBracketDose(Node drug, int to)
    {
        if (drug is not { Bounds: null, Dose: null, Except: null })
        {
            return false;
        }

        var outer = end;
        end = to;
        var from = at;
        while (from + 1 < to && OfDoseBefore.Contains(items[from].Of(text)))
        {
            from++;
        }

        var limit = ReadLimit(from);
        end = outer;
        if (limit is not { IsPlain: false, Unit: { } unit } dose || (dose.Min is null) == (dose.Max is null) || dose.Further is not null || unit.Split('/') is not ["mg" or "g" or "ug", ..] || OfWhat(dose.After, to, ref unit) is not { } what)
        {
            return false;
        }

        drug.Dose = dose.ToBounds() with { Unit = unit };
        if (what.Length > 0)
        {
            drug.Qualifiers.Add(new Qualifier(QualifierKind.Role, $"({what})"));
        }

        drug.Span = drug.Span.Union(new TextSpan(items[at - 1].Start, items[to - 1].End));
        passed.Add(new TextSpan(items[at].Start, items[to - 1].End));
        return true;
    }

    // "of prednisone or equivalent per day": the drug that is compared with; null where more is said.
    private string? OfWhat(int from, int to, ref string unit)
    {
        var words = new List<string>();
        for (var i = from; i < to; i++)
        {
            var word = items[i].Of(text).ToLowerInvariant();
            if (EachDay.Contains(word) || (items[i].IsSign('/') && i + 1 < to && items[i + 1].Of(text) is "day" or "d"))
            {
                i += items[i].IsSign('/') ? 1 : 0;
                unit = unit.Contains('/', StringComparison.Ordinal) ? unit : $"{unit}/d";
                continue;
            }

            if (word is "equivalent" or "equivalents" or "or equivalent" or "or" or "of" or "oral" or "its" or "an" or "the" or "dose" or "doses" || items[i] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Treatment })
            {
                words.Add(word);
                continue;
            }

            return null;
        }

        var what = string.Join(' ', words).Trim();
        return what.StartsWith("of ", StringComparison.Ordinal) ? what[3..] : what;
    }
}
