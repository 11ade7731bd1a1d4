namespace Trialist.Criteria.Lint;

/// <summary>Walks the leaves of a predicate, those of exceptions included.</summary>
internal static class Leaves
{
    public static IEnumerable<Predicate.Leaf> Of(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => leaf.Except is null ? [leaf] : Of(leaf.Except).Prepend(leaf),
        Predicate.All all => all.Items.SelectMany(Of),
        Predicate.Any any => any.Items.SelectMany(Of),
        Predicate.AtLeast atLeast => atLeast.Items.SelectMany(Of),
        Predicate.Not not => Of(not.Item),
        Predicate.Judgement or Predicate.Unread => [],
    };
}
