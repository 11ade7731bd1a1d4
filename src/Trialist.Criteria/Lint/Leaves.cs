namespace Trialist.Criteria.Lint;

/// <summary>Walks the leaves of a predicate, those of exceptions included.</summary>
internal static class Leaves
{
    public static List<Predicate.Leaf> Of(Predicate predicate)
    {
        var leaves = new List<Predicate.Leaf>();
        Add(predicate, leaves);
        return leaves;
    }

    private static void Add(Predicate predicate, List<Predicate.Leaf> leaves)
    {
        switch (predicate)
        {
            case Predicate.Leaf leaf:
                leaves.Add(leaf);
                if (leaf.Except is { } except)
                {
                    Add(except, leaves);
                }

                break;
            case Predicate.All all:
                AddAll(all.Items, leaves);
                break;
            case Predicate.Any any:
                AddAll(any.Items, leaves);
                break;
            case Predicate.AtLeast atLeast:
                AddAll(atLeast.Items, leaves);
                break;
            case Predicate.Not not:
                Add(not.Item, leaves);
                break;
            case Predicate.Judgement or Predicate.Unread:
                break;
        }
    }

    private static void AddAll(ValueList<Predicate> items, List<Predicate.Leaf> leaves)
    {
        foreach (var item in items)
        {
            Add(item, leaves);
        }
    }
}
