namespace Trialist.Evaluation.Criteria;

/// <summary>The leaves of a predicate, exceptions included.</summary>
internal static class PredicateLeaves
{
    public static IEnumerable<Predicate.Leaf> Leaves(this Predicate? predicate)
    {
        var waiting = new Stack<Predicate>();
        if (predicate is not null)
        {
            waiting.Push(predicate);
        }

        while (waiting.TryPop(out var next))
        {
            if (next is Predicate.Leaf leaf)
            {
                yield return leaf;
            }

            foreach (var part in PartsOf(next).AsEnumerable().Reverse())
            {
                waiting.Push(part);
            }
        }
    }

    private static Predicate[] PartsOf(Predicate predicate) => predicate switch
    {
        Predicate.All(var items) => [.. items],
        Predicate.Any(var items) => [.. items],
        Predicate.AtLeast(_, var items) => [.. items],
        Predicate.Not(var item) => [item],
        Predicate.Leaf leaf => leaf.Except is { } except ? [except] : [],
        Predicate.Judgement or Predicate.Unread => [],
    };
}
