using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Blood pressures as pairs.</content>
internal sealed partial class IslandParser
{
    private const string BloodPressure = "blood.pressure";

    // "blood pressure > 160/100 mmHg": systolic and diastolic; either is too much, both must be low enough.
    private bool TryPair(Limit limit)
    {
        var last = nodes[^1];
        if (last.Type != LeafType.Measurement || !(last.Concept.Name == BloodPressure || NamesBoth()) || limit.After + 1 >= end || !items[limit.After].IsSign('/') || items[limit.After + 1].Kind != ItemKind.Number || (limit.Min is null) == (limit.Max is null)
            || lexicon.ByName("sbp") is null || lexicon.ByName("dbp") is null)
        {
            return false;
        }

        if (last.Concept.Name != BloodPressure)
        {
            last.Link = nodes[^2].Link;
            last.Span = nodes[^2].Span.Union(last.Span);
            nodes.RemoveAt(nodes.Count - 2);
        }

        var (pair, after) = Pair(limit, new TextSpan(last.Span.Start, limit.End), last.When);
        last.Whole = pair;
        last.Span = pair.Span;
        at = after;
        return true;
    }

    // "systolic/diastolic blood pressure < 140/90"
    private bool NamesBoth() => nodes.Count > 1 && nodes[^1] is { IsBare: true, Concept.Name: "dbp" } && nodes[^2] is { IsBare: true, Concept.Name: "sbp" };

    // "blood pressure 150/95 or higher": the side stands behind the pair.
    private bool TryPairBehind()
    {
        if (link != Link.Adjacent || nodes.Count == 0 || !nodes[^1].IsBare || at + 2 >= end || !items[at + 1].IsSign('/') || items[at + 2].Kind != ItemKind.Number)
        {
            return false;
        }

        ReadValue(at + 2, out var unit, out var after, out _);
        if (after >= end || items[after].Kind != ItemKind.Cue || items[after].Phrase!.As(Cue.CompareAfter) is not { } side || FurtherLimit(after, out _) is not null)
        {
            return false;
        }

        var bound = new Bound(items[at].Value, true);
        if (!TryPair(new Limit(side[0] == '>' ? bound : null, side[0] == '<' ? bound : null, unit, at + 1, items[at].Start, items[at].End, false)))
        {
            return false;
        }

        nodes[^1].Span = nodes[^1].Span.Union(items[after].Span);
        at = after + 1;
        return true;
    }

    // "… but lower than 170/105 mmHg": another limit on the pair before.
    private bool TryFurtherPair(Limit limit)
    {
        if (nodes.Count == 0 || limit.After + 1 >= end || !items[limit.After].IsSign('/') || items[limit.After + 1].Kind != ItemKind.Number || (limit.Min is null) == (limit.Max is null)
            || Leaves.Of(nodes[^1].ToPredicate()).All(leaf => leaf.Concept.Name is not "dbp"))
        {
            return false;
        }

        var (pair, after) = Pair(limit, limit.Span, null);
        at = after;
        link = link is Link.Or ? Link.Or : Link.And;
        Add(Node.Of(pair, link));
        return true;
    }

    private (Predicate Pair, int After) Pair(Limit limit, TextSpan from, TimeWindow? when)
    {
        var systolic = lexicon.ByName("sbp")!;
        var diastolic = lexicon.ByName("dbp")!;
        var second = ReadValue(limit.After + 1, out var unit, out var after, out _);
        var other = new Bound(second, (limit.Min ?? limit.Max)!.Value.Inclusive);
        var span = new TextSpan(from.Start, EndOf(after));
        Predicate high = new Predicate.Leaf(LeafType.Measurement, systolic.Concept) { Span = span, Bounds = limit.ToBounds() with { Unit = unit ?? limit.Unit }, When = when };
        Predicate low = new Predicate.Leaf(LeafType.Measurement, diastolic.Concept) { Span = span, Bounds = new Bounds(limit.Min is null ? null : other, limit.Min is null ? other : null, unit ?? limit.Unit), When = when };
        // "blood pressure lower than 95/55 mmHg" shuts out with either.
        return (limit.Min is not null || (exclusion && !underDenial && !lifts) ? new Predicate.Any([high, low]) { Span = span } : new Predicate.All([high, low]) { Span = span }, after);
    }
}
