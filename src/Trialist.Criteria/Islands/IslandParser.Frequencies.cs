using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How often something happens: "headache more than three times per month", "heartburn at least 2 days a week".</content>
internal sealed partial class IslandParser
{
    private bool TryFrequency()
    {
        var item = items[at];
        if (nodes.Count == 0 || link != Link.Adjacent || !(item.Kind is ItemKind.Number or ItemKind.Comparator || item.Is(Cue.Compare)) || nodes[^1] is not { IsLeaf: true, Type: LeafType.Condition or LeafType.Behaviour, Bounds: null, When: null or { Max: null, Min: null } } what
            || (what.Type == LeafType.Behaviour && what.Concept.Name is not ("exercise" or "physical activity"))
            || what.Span.End != items[at - 1].End || ReadLimit(at) is not { IsPlain: false } limit || HowOften(limit) is not { } often)
        {
            return false;
        }

        var name = what.Wording ?? what.Concept.Name;
        (what.Type, what.Entry, what.Wording, what.Concept) = (LeafType.Count, null, null, new Concept(often.Days.Length == 0 ? name : $"{name} {often.Days}"));
        (what.Bounds, what.Span) = (limit.ToBounds() with { Unit = null }, new TextSpan(what.Span.Start, EndOf(often.After)));
        what.Qualifiers.Add(new Qualifier(QualifierKind.Role, $"per {LastWord(items[often.After - 1].Span).ToLowerInvariant()}"));
        at = often.After;
        return true;
    }

    // What is counted ("days", "nights", or nothing for the thing itself) and where the words end; null where no rate is said.
    private (string Days, int After)? HowOften(Limit limit)
    {
        var words = text.AsSpan(limit.Start, limit.End - limit.Start);
        if (limit.Unit is "/d" or "/wk" or "/mo" or "/a" or "d/wk" or "d/mo")
        {
            // "3 times per month", "2 days per week" are read as units.
            return HasWord(words, "times") || HasWord(words, "time") ? ("", limit.After) : limit.Unit[0] == 'd' ? ("days", limit.After) : null;
        }

        var per = limit.After;
        if (limit.Unit is null && per < end && items[per].Of(text).ToLowerInvariant().Split(' ') is [("times" or "days" or "nights") and var counted, "per" or "a" or "each" or "every", var unit] && TimeUnits.Of(unit) is not null)
        {
            return (counted == "times" ? "" : counted, per + 1);
        }

        var days = limit.Unit is "d" ? "days" : null;
        if (limit.Unit is null && per < end && items[per].Of(text).ToLowerInvariant() is "times" or "time" or "nights" or "days")
        {
            days = items[per].Of(text)[0] is 't' or 'T' ? "" : items[per].Of(text).ToLowerInvariant();
            per++;
        }

        return days is not null && per + 1 < end && (items[per].Text is "per" or "a" or "each" or "every" || items[per].IsSign('/')) && TimeUnits.Of(items[per + 1].Text ?? CueTable.Default.WordOf(items[per + 1].Of(text))) is not null
            ? (days, per + 2) : null;
    }
}
