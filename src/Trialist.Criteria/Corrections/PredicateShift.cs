namespace Trialist.Criteria.Corrections;

/// <summary>Moves the spans of a predicate along with the text that it was read from.</summary>
internal static class PredicateShift
{
    public static Predicate By(Predicate predicate, int units)
    {
        if (units == 0)
        {
            return predicate;
        }

        var span = new TextSpan(predicate.Span.Start + units, predicate.Span.End + units);
        return predicate switch
        {
            Predicate.All all => new Predicate.All(Each(all.Items, units)) { Span = span },
            Predicate.Any any => new Predicate.Any(Each(any.Items, units)) { Span = span },
            Predicate.AtLeast atLeast => new Predicate.AtLeast(atLeast.Count, Each(atLeast.Items, units)) { Span = span },
            Predicate.Not not => new Predicate.Not(By(not.Item, units)) { Span = span },
            Predicate.Leaf leaf => leaf with { Span = span, Except = leaf.Except is { } except ? By(except, units) : null },
            Predicate.Judgement judgement => judgement with { Span = span },
            Predicate.Unread unread => unread with { Span = span },
        };
    }

    private static ValueList<Predicate> Each(ValueList<Predicate> items, int units) => items.Select(item => By(item, units)).ToValueList();
}
