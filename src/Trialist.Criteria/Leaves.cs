namespace Trialist.Criteria;

/// <summary>Walks the leaves of a predicate, those of exceptions included where nothing else is said.</summary>
internal static class Leaves
{
    public static List<Predicate.Leaf> Of(Predicate predicate) => Gathered(predicate, withExceptions: true);

    /// <summary>The leaves but those of exceptions.</summary>
    public static List<Predicate.Leaf> OfWords(Predicate predicate) => Gathered(predicate, withExceptions: false);

    /// <summary>Adds the leaves but those of exceptions.</summary>
    public static void AddOfWords(Predicate predicate, List<Predicate.Leaf> leaves) => Add(predicate, leaves, withExceptions: false);

    private static List<Predicate.Leaf> Gathered(Predicate predicate, bool withExceptions)
    {
        var leaves = new List<Predicate.Leaf>();
        Add(predicate, leaves, withExceptions);
        return leaves;
    }

    /// <summary>The first leaf; null when there is none.</summary>
    public static Predicate.Leaf? FirstOf(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => leaf,
        Predicate.All all => FirstOf(all.Items),
        Predicate.Any any => FirstOf(any.Items),
        Predicate.AtLeast atLeast => FirstOf(atLeast.Items),
        Predicate.Not not => FirstOf(not.Item),
        Predicate.Judgement or Predicate.Unread => null,
    };

    /// <summary>True when a leaf is as asked.</summary>
    public static bool Exist(Predicate predicate, Func<Predicate.Leaf, bool> isAsked) => predicate switch
    {
        Predicate.Leaf leaf => isAsked(leaf) || (leaf.Except is { } except && Exist(except, isAsked)),
        Predicate.All all => Exist(all.Items, isAsked),
        Predicate.Any any => Exist(any.Items, isAsked),
        Predicate.AtLeast atLeast => Exist(atLeast.Items, isAsked),
        Predicate.Not not => Exist(not.Item, isAsked),
        Predicate.Judgement or Predicate.Unread => false,
    };

    private static Predicate.Leaf? FirstOf(ValueList<Predicate> items)
    {
        foreach (var item in items)
        {
            if (FirstOf(item) is { } leaf)
            {
                return leaf;
            }
        }

        return null;
    }

    private static bool Exist(ValueList<Predicate> items, Func<Predicate.Leaf, bool> isAsked)
    {
        foreach (var item in items)
        {
            if (Exist(item, isAsked))
            {
                return true;
            }
        }

        return false;
    }

    private static void Add(Predicate predicate, List<Predicate.Leaf> leaves, bool withExceptions)
    {
        switch (predicate)
        {
            case Predicate.Leaf leaf:
                leaves.Add(leaf);
                if (withExceptions && leaf.Except is { } except)
                {
                    Add(except, leaves, withExceptions);
                }

                break;
            case Predicate.All all:
                AddAll(all.Items, leaves, withExceptions);
                break;
            case Predicate.Any any:
                AddAll(any.Items, leaves, withExceptions);
                break;
            case Predicate.AtLeast atLeast:
                AddAll(atLeast.Items, leaves, withExceptions);
                break;
            case Predicate.Not not:
                Add(not.Item, leaves, withExceptions);
                break;
            case Predicate.Judgement or Predicate.Unread:
                break;
        }
    }

    private static void AddAll(ValueList<Predicate> items, List<Predicate.Leaf> leaves, bool withExceptions)
    {
        foreach (var item in items)
        {
            Add(item, leaves, withExceptions);
        }
    }
}
