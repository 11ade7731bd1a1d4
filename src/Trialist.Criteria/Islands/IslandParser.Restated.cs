using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Limits that are said again in another unit, and what a limit is measured against.</content>
internal sealed partial class IslandParser
{
    // "platelets ≥ 100,000/mm3 or 100 x 10^9/L", "HBV DNA > 1000 copies/mL or 200 IU/mL": the sign is not said again.
    private bool TryOtherUnit()
    {
        if (link != Link.Or || items[at].Kind != ItemKind.Number || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Measurement, Bounds: { Unit: { } said } bounds } owner || (bounds.Min is null) == (bounds.Max is null))
        {
            return false;
        }

        var value = ReadValue(at, out var unit, out var after, out _);
        if (unit is null || unit == said)
        {
            return false;
        }

        var written = (bounds.Min ?? bounds.Max)!.Value;
        if (Units.Convert(new Quantity(value, unit), said, owner.Entry?.Analyte) is { } converted && Math.Abs(converted.Quantity.Value - written.Value) <= Math.Abs(written.Value) * Rounding)
        {
            var span = new TextSpan(items[at].Start, EndOf(after));
            passed.Add(span);
            owner.Span = owner.Span.Union(span);
            at = after;
            link = Link.Adjacent;
            return true;
        }

        if (!CountsViruses(unit) || !CountsViruses(said))
        {
            return false;
        }

        var bound = new Bound(value, written.Inclusive);
        var limit = new Limit(bounds.Min is null ? null : bound, bounds.Min is null ? bound : null, unit, after, items[at].Start, EndOf(after), false);
        at = after;
        AddAlternative((Predicate.Leaf)owner.ToPredicate(), limit, bySex: false);
        return true;
    }

    // "7 to 10 % (53-86 mmol/mol)"
    private bool SaysRangeAgain(Node owner, Bounds bounds, int to)
    {
        var saved = end;
        end = to;
        var again = ReadLimit(at);
        end = saved;
        return again is { Min: { } min, Max: { } max, Unit: { } unit } range && range.After == to && unit != bounds.Unit
            && IsSame(owner, new Quantity(min.Value, unit), bounds.Min!.Value, bounds.Unit!) && IsSame(owner, new Quantity(max.Value, unit), bounds.Max!.Value, bounds.Unit!);
    }

    private static bool IsSame(Node owner, Quantity again, Bound said, string unit) =>
        Units.Convert(again, unit, owner.Entry?.Analyte) is { } converted && Math.Abs(converted.Quantity.Value - said.Value) <= Math.Abs(said.Value) * Rounding;

    // "hemoglobin ≥ 9 g/dL or ≥ 5.6 mmol/L"
    private bool TryRestated(Limit limit)
    {
        if (link != Link.Or || limit.Unit is null || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Type: LeafType.Measurement, Bounds: { Unit: { } said } bounds } owner || said == limit.Unit || (limit.Min is null) == (limit.Max is null) || (bounds.Min is null) == (bounds.Max is null))
        {
            return false;
        }

        var (first, again) = bounds.Min is null ? (bounds.Max, limit.Max) : (bounds.Min, limit.Min);
        if (first is not { } written || again is not { } repeated || !IsSame(owner, new Quantity(repeated.Value, limit.Unit), written, said))
        {
            return false;
        }

        passed.Add(limit.Span);
        owner.Span = owner.Span.Union(limit.Span);
        link = Link.Adjacent;
        return true;
    }

    // How many units are one copy depends on the virus and on the test.
    private static bool CountsViruses(string? unit) => unit is not null && (unit.StartsWith("{copies}/", StringComparison.Ordinal) || unit.StartsWith("[IU]/", StringComparison.Ordinal));

    private static readonly HashSet<string> Controls = new(StringComparer.OrdinalIgnoreCase) { "control", "controls", "saline", "diluent", "histamine" };

    /// <summary>"control" stands at most so many words behind "greater than".</summary>
    private const int FarthestControl = 6;

    // "a wheal of ≥ 3 mm greater than the saline control": what the value is measured against.
    private bool TryOverControl()
    {
        if (nodes.Count == 0 || link != Link.Adjacent || !items[at].Is(Cue.Compare) || nodes[^1] is not { IsLeaf: true, Bounds: { Min: not null, Unit: not null }, Type: LeafType.Measurement } value)
        {
            return false;
        }

        var to = -1;
        for (var i = at + 1; i < end && i - at <= FarthestControl && items[i].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Cue or ItemKind.Dash; i++)
        {
            to = Controls.Contains(items[i].Of(text)) || Controls.Contains(LastWord(items[i].Span)) ? i + 1 : to;
        }

        if (to < 0)
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[to - 1].End);
        value.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(span)));
        value.Span = value.Span.Union(span);
        at = to;
        return true;
    }

    // "a score of 2 or 3 on the scale"
    private bool FollowsScoreWord(int number) =>
        number > 0 && text.AsSpan(0, items[number - 1].End) is var before && (before.EndsWith("score of", StringComparison.OrdinalIgnoreCase) || before.EndsWith("scores of", StringComparison.OrdinalIgnoreCase) || before.EndsWith("rating of", StringComparison.OrdinalIgnoreCase));

    // "HER2 IHC 2+": such values are written with pluses.
    private bool HasPluses() => nodes.Count > 0 && nodes[^1] is { Type: LeafType.Score, Entry.Name: "her2.ihc" };

    // The words alone name ECOG's scale, and say nothing after the name of another one.
    private bool IsSameStatus(Node node) =>
        node is { IsBare: true, Concept.Name: "ecog" } && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsBare: true, Concept.Name: "karnofsky" or "lansky" }
        && node.Span.Of(text).StartsWith("performance", StringComparison.OrdinalIgnoreCase);

    private static readonly HashSet<string> Guidelines = new(StringComparer.OrdinalIgnoreCase)
    {
        "criteria", "guideline", "guidelines", "classification", "consensus", "definition", "definitions", "gina", "gold", "figo", "who", "ada", "aria", "acr", "eular", "esc", "aha", "eln",
        "ishlt", "kdigo", "recist", "mcdonald", "rome", "tnm", "ajcc", "uicc", "version", "statement", "recommendations",
    };

    // "according to GINA 2024", "FIGO 2023": which edition, and no value.
    private bool TryYearOfGuideline()
    {
        if (items[at].Value is < FirstGuideline or > LastGuideline || items[at].End - items[at].Start != 4 || at == 0)
        {
            return false;
        }

        var before = at - 1;
        while (before > 0 && (items[before].Kind is ItemKind.Number or ItemKind.Dash || items[before].IsSign('(') || items[before].IsSign(',')))
        {
            before--;
        }

        var words = items[before].Of(text);
        if (!Guidelines.Contains(words[(words.LastIndexOf(' ') + 1)..]))
        {
            return false;
        }

        passed.Add(items[at].Span);
        at++;
        while (at < end && items[at].Kind == ItemKind.Unknown && Guidelines.Contains(items[at].Of(text)))
        {
            passed.Add(items[at].Span);
            at++;
        }

        return true;
    }

    private const decimal FirstGuideline = 1980;

    private const decimal LastGuideline = 2040;

    // "according to AJCC 8th edition": which book, not which stage.
    private bool TryEdition()
    {
        var next = at + 1;
        next += next < end && items[next].Of(text).ToLowerInvariant() is "st" or "nd" or "rd" or "th" ? 1 : 0;
        if (next >= end || items[next].Of(text).ToLowerInvariant() is not ("edition" or "ed") || nodes.Count == 0 || (depth == 0 && nodes.Count == 1) || link != Link.Adjacent || nodes[^1] is not { IsBare: true, Type: LeafType.Score } book)
        {
            return false;
        }

        next++;
        while (next < end && items[next].Of(text).ToLowerInvariant() is "staging" or "system" or "classification" or "manual" or "criteria" or "guidelines")
        {
            next++;
        }

        passed.Add(new TextSpan(book.Span.Start, items[next - 1].End));
        link = book.Link;
        nodes.RemoveAt(nodes.Count - 1);
        at = next;
        return true;
    }

    // "from screening to 3 months after the last dose": how long it goes on.
    private bool TryTimeEnd()
    {
        if (items[at].Text is not "to" || at + 1 >= end || items[at + 1].Kind != ItemKind.Number)
        {
            return false;
        }

        ReadValue(at + 1, out var unit, out var after, out _);
        if (!IsTime(unit) || after >= end || items[after].Phrase?.As(Cue.Time) is not "after")
        {
            return false;
        }

        Unread(at, after + 1, "How long this goes on is not read.");
        at = after + 1;
        return true;
    }

    // "(≤ 5 x ULN for liver metastases)": whom another limit is for.
    private bool NamesWhom() =>
        items[at].Text is "for" or "in" && end < items.Count && items[end].IsSign(')') && link == Link.Adjacent && nodes.Count > 1 && nodes[^1].Link == Link.Or && nodes[^1].Span.End == items[at - 1].End
        && at + 1 < end && PhraseEnd(at + 1) is var stop && stop > at + 1 && Resolve(at + 1, stop).Type == LeafType.Condition && Leaves.Exist(nodes[^1].ToPredicate(), leaf => leaf.Bounds?.Unit is Units.UpperLimitOfNormal);

    private static readonly HashSet<string> Dimensions = new(StringComparer.OrdinalIgnoreCase) { "diameter", "diameters", "dimension", "dimensions", "axis", "size", "length", "width", "depth", "height", "thickness" };

    // "lesion ≥ 10 mm in the longest diameter": along which line it is measured.
    private bool TryDimension()
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Type: LeafType.Measurement, Bounds.Unit: "mm" or "cm" } measured || items[at].Phrase is not { Words: ["in", ..] } || measured.Span.End != items[at - 1].End)
        {
            return false;
        }

        var to = SkipFillers(at + 1);
        while (to < end && to - at < LongestName && items[to].Kind is ItemKind.Unknown or ItemKind.Mention && !Dimensions.Contains(LastWord(items[to].Span)))
        {
            to++;
        }

        if (to >= end || !Dimensions.Contains(LastWord(items[to].Span)) || LimitFollows(to + 1))
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, items[to].End);
        measured.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(span)));
        measured.Span = measured.Span.Union(span);
        at = to + 1;
        return true;
    }
}
