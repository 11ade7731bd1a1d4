namespace Trialist.Criteria.Islands;

/// <summary>Joins limits that differ by sex: "hemoglobin ≥ 11 g/dL in women and ≥ 12 g/dL in men" holds when the limit of the person's own sex does.</summary>
internal static class SexLimits
{
    /// <summary>Puts each pair of limits on one value with their sexes into one node.</summary>
    public static void Join(List<Node> nodes)
    {
        for (var i = 0; i < nodes.Count - 1; i++)
        {
            if (Read(nodes, i) is not { } first || Read(nodes, i + first.Count) is not { } second
                || first.Limit.Concept != second.Limit.Concept || first.Limit.Type != second.Limit.Type || first.Sex.Concept == second.Sex.Concept)
            {
                continue;
            }

            first.Limit = InUnitOf(first.Limit, second.Limit);
            var whole = new Predicate.Any([Together(first), Together(second)]) { Span = Together(first).Span.Union(Together(second).Span) };
            nodes[i] = Node.Of(whole, nodes[i].Link);
            nodes.RemoveRange(i + 1, first.Count + second.Count - 1);
        }
    }

    // "HDL < 50 in women, < 40 mg/dL in men": the unit is said once.
    private static Predicate.Leaf InUnitOf(Predicate.Leaf limit, Predicate.Leaf other) =>
        limit.Bounds is { Unit: null } bounds && other.Bounds?.Unit is { } unit ? limit with { Bounds = bounds with { Unit = unit } } : limit;

    private static Predicate.All Together((Predicate.Leaf Limit, Predicate.Leaf Sex, int Count) pair) =>
        new([pair.Limit, pair.Sex]) { Span = pair.Limit.Span.Union(pair.Sex.Span) };

    // A limit and a sex as two neighbouring nodes in either order, or already joined by brackets.
    private static (Predicate.Leaf Limit, Predicate.Leaf Sex, int Count)? Read(List<Node> nodes, int index)
    {
        if (index >= nodes.Count)
        {
            return null;
        }

        if (nodes[index].Whole is Predicate.All { Items: [Predicate.Leaf { Bounds: not null } limit, Predicate.Leaf { Type: LeafType.Sex } sex] })
        {
            return (limit, sex, 1);
        }

        if (index + 1 >= nodes.Count)
        {
            return null;
        }

        var (one, other) = (nodes[index], nodes[index + 1]);
        return IsLimit(one) && IsSex(other) ? ((Predicate.Leaf)one.ToPredicate(), (Predicate.Leaf)other.ToPredicate(), 2)
            : IsSex(one) && IsLimit(other) ? ((Predicate.Leaf)other.ToPredicate(), (Predicate.Leaf)one.ToPredicate(), 2)
            : null;
    }

    private static bool IsLimit(Node node) => node is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement or LeafType.Score };

    private static bool IsSex(Node node) => node is { IsLeaf: true, Type: LeafType.Sex };
}
