namespace Trialist.Model.Predicates;

/// <summary>Rewrites the parts of a predicate.</summary>
public static class PredicateRewriting
{
    /// <summary>The predicate with what it joins or denies rewritten; itself where nothing of that changed, and where it joins nothing.</summary>
    /// <param name="predicate">Any predicate.</param>
    /// <param name="rewrite">Gives a part anew, or the same instance.</param>
    public static Predicate WithParts(this Predicate predicate, Func<Predicate, Predicate> rewrite) => predicate switch
    {
        Predicate.All all => Changed(all.Items, rewrite) is { } items ? all with { Items = items } : all,
        Predicate.Any any => Changed(any.Items, rewrite) is { } items ? any with { Items = items } : any,
        Predicate.AtLeast some => Changed(some.Items, rewrite) is { } items ? some with { Items = items } : some,
        Predicate.Not not => rewrite(not.Item) is var item && ReferenceEquals(item, not.Item) ? not : not with { Item = item },
        Predicate.Leaf or Predicate.Judgement or Predicate.Unread => predicate,
    };

    private static ValueList<Predicate>? Changed(ValueList<Predicate> items, Func<Predicate, Predicate> rewrite)
    {
        Predicate[]? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = rewrite(items[i]);
            if (!ReferenceEquals(item, items[i]))
            {
                changed ??= [.. items];
                changed[i] = item;
            }
        }

        return changed?.ToValueList();
    }
}
