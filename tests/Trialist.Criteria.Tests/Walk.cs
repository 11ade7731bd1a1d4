namespace Trialist.Criteria.Tests;

/// <summary>The leaves of a predicate, in printed order.</summary>
internal static class Walk
{
    public static IEnumerable<Predicate.Leaf> Leaves(Predicate? predicate) => predicate switch
    {
        Predicate.Leaf leaf => [leaf],
        Predicate.All(var items) => items.SelectMany(Leaves),
        Predicate.Any(var items) => items.SelectMany(Leaves),
        Predicate.AtLeast(_, var items) => items.SelectMany(Leaves),
        Predicate.Not(var item) => Leaves(item),
        _ => [],
    };
}
