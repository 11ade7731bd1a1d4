namespace Trialist.Matching.Bulk;

/// <summary>The form of a leaf that is the same wherever it stands in a text.</summary>
internal static class AtomForm
{
    public static Predicate.Leaf WithoutSpans(Predicate.Leaf leaf) =>
        leaf with { Span = default, Except = leaf.Except is { } except ? Strip(except) : null };

    /// <summary>The concepts on whose facts the leaf depends.</summary>
    public static IEnumerable<Concept> Concepts(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => leaf.Except is { } except ? Concepts(except).Prepend(leaf.Concept) : [leaf.Concept],
        Predicate.Not not => Concepts(not.Item),
        Predicate.All all => all.Items.SelectMany(Concepts),
        Predicate.Any any => any.Items.SelectMany(Concepts),
        Predicate.AtLeast some => some.Items.SelectMany(Concepts),
        Predicate.Judgement or Predicate.Unread => [],
    };

    /// <summary>True when the leaf, or its exception, depends on the person as a whole and not on facts about its concepts only.</summary>
    public static bool IsOfThePerson(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => leaf.Type is LeafType.Age or LeafType.HealthyVolunteer || (leaf.Except is { } except && IsOfThePerson(except)),
        Predicate.Not not => IsOfThePerson(not.Item),
        Predicate.All all => all.Items.Any(IsOfThePerson),
        Predicate.Any any => any.Items.Any(IsOfThePerson),
        Predicate.AtLeast some => some.Items.Any(IsOfThePerson),
        Predicate.Judgement or Predicate.Unread => false,
    };

    private static Predicate Strip(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => WithoutSpans(leaf),
        Predicate.Not not => not with { Item = Strip(not.Item), Span = default },
        Predicate.All all => all with { Items = all.Items.Select(Strip).ToValueList(), Span = default },
        Predicate.Any any => any with { Items = any.Items.Select(Strip).ToValueList(), Span = default },
        Predicate.AtLeast some => some with { Items = some.Items.Select(Strip).ToValueList(), Span = default },
        Predicate.Judgement or Predicate.Unread => predicate with { Span = default },
    };
}
