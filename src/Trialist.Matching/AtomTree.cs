namespace Trialist.Matching;

/// <summary>Evaluates the connectives of a criterion over given truths of its leaves, so that a leaf can be turned over, or looked up in a table.</summary>
internal static class AtomTree
{
    /// <summary>The truth of a leaf with its exception; the second argument is the truth that favours the person, as for <see cref="ReferenceMatcher"/>.</summary>
    public delegate Truth Atom(Predicate.Leaf leaf, Truth favourable);

    /// <summary>The truth of a criterion with everything listed under it.</summary>
    public static Truth Of(CriterionNode node, Atom atom)
    {
        var criterion = node.Criterion;
        if (!CriterionForm.IsComputed(criterion, node.Children.Count > 0))
        {
            return Truth.Unknown;
        }

        var favourable = criterion.Kind == CriterionKind.Inclusion ? Truth.True : Truth.False;
        if (node.Children.Count == 0)
        {
            return criterion.Predicate is { } alone ? Of(alone, favourable, atom) : Truth.True;
        }

        // Whoever the words are not about is not asked for what is listed either.
        var guard = CriterionForm.GuardOf(criterion) is { } whom ? Of(whom, favourable, atom) : Truth.False;
        var own = CriterionForm.AskedOf(criterion) is { } asked ? Of(asked, favourable, atom) : Truth.True;
        var truths = node.Children.Select(child => Of(child, atom)).ToList();
        return guard.Or(own.And(CriterionForm.CombineOf(criterion) switch
        {
            Combine.All => truths.Aggregate(Kleene.And),
            Combine.Any => truths.Aggregate(Kleene.Or),
            Combine.AtLeast some => ReferenceMatcher.AtLeast(some.Count, truths),
        }));
    }

    /// <summary>The truth of a predicate.</summary>
    public static Truth Of(Predicate predicate, Truth favourable, Atom atom)
    {
        return predicate switch
        {
            Predicate.Leaf leaf => atom(leaf, favourable),
            Predicate.Not not => Of(not.Item, favourable.Not(), atom).Not(),
            Predicate.All all => Each(all.Items).DefaultIfEmpty(Truth.Unknown).Aggregate(Kleene.And),
            Predicate.Any any => Each(any.Items).DefaultIfEmpty(Truth.Unknown).Aggregate(Kleene.Or),
            Predicate.Judgement or Predicate.Unread => Truth.Unknown,
            Predicate.AtLeast some => ReferenceMatcher.AtLeast(some.Count, Each(some.Items).ToList()),
        };

        IEnumerable<Truth> Each(IEnumerable<Predicate> items) => items.Select(item => Of(item, favourable, atom));
    }

    /// <summary>The leaves of a criterion and of everything under it, in the order of the words, each with its favourable truth.</summary>
    public static IEnumerable<(Predicate.Leaf Leaf, Truth Favourable)> Leaves(CriterionNode node)
    {
        List<(Predicate.Leaf, Truth)> found = [];
        _ = Of(node, (leaf, favourable) =>
        {
            found.Add((leaf, favourable));
            return Truth.Unknown;
        });
        return found;
    }
}
