namespace Trialist.Criteria.Islands;

/// <summary>A second, wider limit on a value that is said for some people takes the place of the first: "AST ≤ 3 x ULN (AST ≤ 5 x ULN for patients with liver metastases)".</summary>
internal static class Widening
{
    /// <summary>The demands, of which those that only widen another are its alternative.</summary>
    public static Predicate Of(Predicate predicate)
    {
        if (predicate is not Predicate.All { Items: var items } all || !MayWiden(items))
        {
            return predicate;
        }

        var demands = items.ToList();
        for (var i = demands.Count - 1; i > 0; i--)
        {
            if (WiderFor(demands[i]) is not { } wider)
            {
                continue;
            }

            var first = demands.FindIndex(0, i, demand => Narrower(demand, wider.Limits));
            if (first < 0)
            {
                continue;
            }

            var last = demands.FindLastIndex(i - 1, i - first, demand => Narrower(demand, wider.Limits));
            var usual = TreeBuilder.Join(demands.GetRange(first, last - first + 1).FindAll(demand => Narrower(demand, wider.Limits)), any: false)!;
            var limits = TreeBuilder.Join([.. wider.Limits], wider.Any)!;
            Predicate instead = new Predicate.All([limits, wider.Whom]) { Span = limits.Span.Union(wider.Whom.Span) };
            demands.RemoveAt(i);
            demands.RemoveAll(demand => Narrower(demand, wider.Limits));
            demands.Insert(first, new Predicate.Any([usual, instead]) { Span = usual.Span.Union(instead.Span) });
            i = Math.Min(i, demands.Count);
        }

        return demands.Count == items.Count ? predicate : demands.Count == 1 ? demands[0] : all with { Items = demands.ToValueList() };
    }

    private static bool MayWiden(ValueList<Predicate> demands)
    {
        foreach (var demand in demands)
        {
            if (demand is Predicate.Any { Items: [Predicate.Not, ..] })
            {
                return true;
            }
        }

        return false;
    }

    // "whoever is not X, or at most 5": whom the limit is for, and the limits.
    private static (Predicate Whom, List<Predicate.Leaf> Limits, bool Any)? WiderFor(Predicate demand)
    {
        if (demand is not Predicate.Any { Items: [Predicate.Not { Item: var whom }, ..] items })
        {
            return null;
        }

        var limits = new List<Predicate.Leaf>();
        foreach (var item in items)
        {
            switch (item)
            {
                case Predicate.Leaf { Bounds: not null } limit:
                    limits.Add(limit);
                    break;
                case Predicate.Not not when IsSame(not.Item, whom):
                    break;
                default:
                    return null;
            }
        }

        return limits.Count == 0 ? null : (whom, limits, limits.Count > 1);
    }

    private static bool Narrower(Predicate demand, List<Predicate.Leaf> wider) => demand is Predicate.Leaf { Bounds: not null } usual && wider.Exists(limit => IsWider(limit, usual));

    private static bool IsWider(Predicate.Leaf wide, Predicate.Leaf usual) =>
        wide.Type == usual.Type && wide.Concept.Name == usual.Concept.Name && wide.Bounds is { } far && usual.Bounds is { } near && far.Unit == near.Unit
        && ((far is { Min: null, Max: { } most } && near is { Min: null, Max: { } less } && most.Value > less.Value) || (far is { Max: null, Min: { } least } && near is { Max: null, Min: { } more } && least.Value < more.Value));

    private static bool IsSame(Predicate one, Predicate other) => Leaves.Of(one).Select(leaf => leaf.Concept.Name).SequenceEqual(Leaves.Of(other).Select(leaf => leaf.Concept.Name));
}
