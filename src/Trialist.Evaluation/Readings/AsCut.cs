using Trialist.Evaluation.Criteria;

namespace Trialist.Evaluation.Readings;

/// <summary>Turns a predicate into what hand readings cut: a limit that is wider in some case is one limit with an exception, and "children with asthma" names asthma.</summary>
internal static class AsCut
{
    public static Predicate Of(Predicate predicate) => predicate switch
    {
        Predicate.All all => OfAll(all),
        Predicate.Any any => OfAny(any),
        Predicate.Not not => not with { Item = Of(not.Item) },
        Predicate.AtLeast some => some with { Items = some.Items.Select(Of).ToValueList() },
        Predicate.Leaf leaf => OfLeaf(leaf),
        Predicate.Judgement or Predicate.Unread => predicate,
    };

    private static readonly Qualifier Negative = new(QualifierKind.Result, "negative");

    private static Predicate OfLeaf(Predicate.Leaf leaf) => leaf switch
    {
        // "PD-L1 negative" denies the marker.
        { Type: LeafType.Biomarker, Bounds: null } when leaf.Qualifiers.Contains(Negative) => new Predicate.Not(leaf with { Qualifiers = leaf.Qualifiers.Where(one => one != Negative).ToValueList() }) { Span = leaf.Span },
        { Type: LeafType.Behaviour, Concept.Name: "non-smoker" } => new Predicate.Not(leaf with { Concept = new Concept("smoking"), Wording = null }) { Span = leaf.Span },
        _ => leaf,
    };

    // "infants with eosinophilia": a word for persons of some age is no limit on it.
    private static Predicate OfAll(Predicate.All all)
    {
        var items = all.Items.Where(item => item is not Predicate.Leaf { Type: LeafType.Age, Bounds: null, Concept.Name: "child" or "adult" }).Select(Of).ToValueList();
        return items switch
        {
            [] => all,
            [var only] => only,
            _ => all with { Items = items },
        };
    }

    // "≤ 3 x ULN, or ≤ 5 x ULN with liver metastases": the second lifts the first.
    private static Predicate OfAny(Predicate.Any any)
    {
        var kept = new List<Predicate>(any.Items.Count);
        foreach (var item in any.Items)
        {
            if (kept.Count > 0 && item is Predicate.All wider && Widens(wider, kept[^1]))
            {
                kept[^1] = Lifted(kept[^1], item);
                continue;
            }

            kept.Add(Of(item));
        }

        return kept.Count == 1 ? kept[0] : any with { Items = kept.ToValueList() };
    }

    private static bool Widens(Predicate.All wider, Predicate limited)
    {
        var first = limited.Leaves().ToList();
        var limits = 0;
        foreach (var leaf in wider.Leaves())
        {
            if (leaf.Bounds is null)
            {
                if (leaf.Type != LeafType.Condition)
                {
                    return false;
                }

                continue;
            }

            limits++;
            if (!first.Exists(one => one.Type == leaf.Type && one.Concept == leaf.Concept && IsWider(leaf.Bounds, one.Bounds)))
            {
                return false;
            }
        }

        return limits > 0 && first.TrueForAll(one => one.Bounds is not null);
    }

    private static bool IsWider(Bounds wide, Bounds? narrow) =>
        narrow is not null && ((wide.Max is { } most && narrow.Max is { } max && most.Value >= max.Value) || (wide.Min is { } least && narrow.Min is { } min && least.Value <= min.Value));

    private static Predicate Lifted(Predicate limited, Predicate wider) => limited switch
    {
        Predicate.Leaf leaf => leaf with { Except = leaf.Except ?? wider },
        Predicate.All all => all with { Items = all.Items.Select(item => Lifted(item, wider)).ToValueList() },
        Predicate.Any any => any with { Items = any.Items.Select(item => Lifted(item, wider)).ToValueList() },
        _ => limited,
    };
}
