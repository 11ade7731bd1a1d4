using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Further limits on values that have one: alternatives, limits by sex, sides in two units.</content>
internal sealed partial class IslandParser
{
    /// <summary>"AST and ALT ≤ 3 x ULN, or ≤ 5 x ULN …": the second limit is on every value that shares the first.</summary>
    private void AddAlternative(Predicate.Leaf last, Limit limit, bool bySex)
    {
        limit = limit with { Unit = limit.Unit ?? ImpliedUnit(lexicon.ByName(last.Concept.Name), limit) };
        var first = nodes.Count - 1;
        while (!bySex && first > 0 && nodes[first].IsLeaf && nodes[first].Link != Link.Strong && nodes[first - 1] is { IsLeaf: true } before && before.Type == last.Type && before.Bounds == last.Bounds)
        {
            first--;
        }

        if (bySex || link != Link.Or || first == nodes.Count - 1 || nodes[first].Bounds != last.Bounds)
        {
            ShareUnit(nodes.Count - 1, limit.Unit);
            var entry = lexicon.ByName(last.Concept.Name);
            Add(new Node { Span = limit.Span, Type = last.Type == LeafType.Biomarker ? entry?.LeafType ?? last.Type : last.Type, Concept = last.Concept, Entry = entry, Bounds = limit.ToBounds(), When = last.When is { Anchor: not null } ? last.When : null, AlternativeOf = link == Link.Or ? nodes.Count - 1 : null });
            return;
        }

        var each = new List<Predicate>();
        for (var i = first; i < nodes.Count; i++)
        {
            each.Add(new Predicate.Leaf(nodes[i].Type, nodes[i].Concept) { Span = limit.Span, Bounds = limit.ToBounds() });
        }

        var any = exclusion || nodes[(first + 1)..].Exists(node => node.Link == Link.Or);
        if (!exclusion)
        {
            // Those that share a limit belong together before the "or".
            var whole = Node.Of(TreeBuilder.Join(nodes[first..].ConvertAll(node => node.ToPredicate()), any)!, nodes[first].Link);
            nodes.RemoveRange(first, nodes.Count - first);
            nodes.Add(whole);
        }

        var other = Node.Of(TreeBuilder.Join(each, any)!, link);
        other.AlternativeOf = first;
        Add(other);
    }

    /// <summary>"… or ≤ 5 x ULN if liver metastases": the second limit needs the condition; in an exclusion the first holds only without it.</summary>
    private void Condition(Node alternative, int first, Predicate when)
    {
        for (var i = first; exclusion && i < nodes.Count - 1; i++)
        {
            var own = nodes[i].ToPredicate();
            nodes[i].Whole = new Predicate.All([own, new Predicate.Not(when) { Span = when.Span }]) { Span = own.Span.Union(when.Span) };
        }

        if (!exclusion && first < nodes.Count && Stricter(nodes[first], alternative))
        {
            // "ALT ≤ 2 x ULN (≤ 1.5 x ULN if the bilirubin is raised)": the second limit is asked as well, not instead.
            var strict = alternative.ToPredicate();
            alternative.Whole = new Predicate.Any([Negated(when), strict]) { Span = strict.Span.Union(when.Span) };
            (alternative.Span, alternative.Link, alternative.AlternativeOf) = (alternative.Whole.Span, Link.And, null);
            return;
        }

        var other = alternative.ToPredicate();
        alternative.Whole = new Predicate.All([other, when]) { Span = other.Span.Union(when.Span) };
        alternative.Span = alternative.Whole.Span;
    }

    private static bool Stricter(Node usual, Node other) =>
        Leaves.FirstOf(usual.ToPredicate()) is { Bounds: { } one } && Leaves.FirstOf(other.ToPredicate()) is { Bounds: { } two } && one.Unit == two.Unit
        && ((one.Max is { } most && two.Max is { } highest && highest.Value < most.Value) || (one.Min is { } least && two.Min is { } lowest && lowest.Value > least.Value));

    // "SBP > 180 or DBP > 110 mmHg": the unit is said once, at the last.
    private void ShareUnit(int index, string? unit)
    {
        if (unit is null or Units.UpperLimitOfNormal or Units.LowerLimitOfNormal || index < 0)
        {
            return;
        }

        if (nodes[index] is { IsLeaf: true, Type: LeafType.Measurement, Bounds: { Unit: null } bounds, Entry: { Analyte: not null } entry } node && Fits(entry, new Limit(null, null, unit, 0, 0, 0, false)))
        {
            node.Bounds = bounds with { Unit = unit };
        }
    }

    // "less than 8.5 g/dL in females or 9.5 g/dL in males": the side is said once.
    private bool TryEllipsis()
    {
        if (items[at].Kind != ItemKind.Number || nodes.Count == 0 || link is not (Link.Or or Link.And or Link.Comma or Link.Strong))
        {
            return false;
        }

        var value = ReadValue(at, out var unit, out var after, out var predicted);
        if (after < end && items[after].IsSign('(') && MatchingClose(after) is > 0 and var close && close - after <= LongestUnit && !IsSex(SkipFillers(after + 1)))
        {
            // "88 cm (35 inches) in women"
            after = close + 1;
        }

        var sex = after < end && items[after].Text is "for" or "in" || (after < end && items[after].IsSign('(')) ? after + 1 : after;
        if (!IsSex(SkipFillers(sex)) || nodes[^1].IsLeaf && nodes[^1].Type != LeafType.Sex)
        {
            return false;
        }

        var limit = new Limit(null, null, unit, after, items[at].Start, EndOf(after), predicted);
        if (LastLimited(limit) is not { Bounds: { } earlier } last || (earlier.Min is null) == (earlier.Max is null) || (unit is null && earlier.Unit is not null))
        {
            return false;
        }

        var bound = new Bound(value, (earlier.Min ?? earlier.Max)!.Value.Inclusive);
        limit = limit with { Min = earlier.Min is null ? null : bound, Max = earlier.Max is null ? null : bound };
        at = after;
        link = Link.Or;
        AddAlternative(last, limit, bySex: true);
        return true;
    }

    // "28 days to 23 months": the other side in its own unit.
    private void AddFurther(Bounds further)
    {
        if (nodes[^1] is not { IsLeaf: true, Bounds: not null } node || node.ToPredicate() is not Predicate.Leaf one)
        {
            return;
        }

        // "younger than 6 months and older than 80 years", among what is excluded: either.
        node.Whole = exclusion && one.Bounds is { Min: null } && further is { Max: null }
            ? new Predicate.Any([one, one with { Bounds = further }]) { Span = one.Span }
            : new Predicate.All([one, one with { Bounds = further }]) { Span = one.Span };
    }

    // A per cent of the predicted value is another value than litres.
    private void UsePredicted(Node node, Limit limit)
    {
        if (node.Entry is { Analyte: { Unit: not "%" } } entry && limit.Unit is "%" && lexicon.ByName($"{entry.Name}.percent") is { } percent)
        {
            node.Entry = percent;
            node.Concept = percent.Concept;
        }
    }
}
