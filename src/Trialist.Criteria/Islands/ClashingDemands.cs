namespace Trialist.Criteria.Islands;

/// <summary>Finds what no sentence asks at once: two limits of one value on the same side, or a fact together with its denial. Such words were cut wrongly.</summary>
internal static class ClashingDemands
{
    private const int MostDemands = 100; // more of them at once are no sentence of a protocol, and each is compared with each

    /// <summary>True when compliance itself would shut out: "inability to swallow or comply", of which the second lost its denial.</summary>
    public static bool ShutOutWhoComplies(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => leaf.Type == LeafType.Behaviour && leaf.Qualifiers.IsEmpty && leaf.Concept.Name.StartsWith("compliance", StringComparison.Ordinal),
        Predicate.All all => all.Items.Any(ShutOutWhoComplies),
        Predicate.Any any => any.Items.Any(ShutOutWhoComplies),
        Predicate.AtLeast some => some.Items.Any(ShutOutWhoComplies),
        Predicate.Not or Predicate.Judgement or Predicate.Unread => false,
    };

    /// <summary>True when a conjunction in the predicate asks for what cannot be meant together.</summary>
    public static bool AreIn(Predicate predicate) => predicate switch
    {
        Predicate.All all => Clash(all.Items) || all.Items.Any(AreIn),
        Predicate.Any any => any.Items.Any(AreIn),
        Predicate.AtLeast some => some.Items.Any(AreIn),
        Predicate.Not not => AreIn(not.Item) || (not.Item is Predicate.Any { Items: var denied } && denied.Any(IsOfPregnancy) && denied.Any(IsOfInfertility)),
        Predicate.Leaf or Predicate.Judgement or Predicate.Unread => false,
    };

    private static bool IsOfPregnancy(Predicate predicate) => predicate is Predicate.Leaf { Type: LeafType.Pregnancy or LeafType.Lactation };

    // "must not be pregnant; they may be postmenopausal": nobody denies both.
    private static bool IsOfInfertility(Predicate predicate) => predicate is Predicate.Leaf { Type: LeafType.Contraception } or Predicate.Leaf { Concept.Name: "menopause" or "non-childbearing potential" or "postmenopausal" };

    private static bool Clash(ValueList<Predicate> items)
    {
        if (items.Count > MostDemands)
        {
            return true;
        }

        for (var i = 1; i < items.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (Clash(items[j], items[i]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Clash(Predicate one, Predicate other) => (one, other) switch
    {
        (Predicate.Leaf first, Predicate.Leaf second) => SameSideTwice(first, second),
        (Predicate.Leaf fact, Predicate.Not { Item: Predicate.Leaf denied }) => DeniesIt(fact, denied),
        (Predicate.Not { Item: Predicate.Leaf denied }, Predicate.Leaf fact) => DeniesIt(fact, denied),
        _ => false,
    };

    // "clearance > 50 mL/min if heavier than 45 kg and clearance ≥ 60 mL/min if lighter": each is the limit of some.
    private static bool SameSideTwice(Predicate.Leaf one, Predicate.Leaf other) =>
        one is { Bounds: { } first, Type: LeafType.Measurement or LeafType.Age or LeafType.Score } && other.Bounds is { } second && one.Concept == other.Concept && one.Type == other.Type && first.Unit == second.Unit && one.When == other.When && one.Qualifiers == other.Qualifiers && one.Wording == other.Wording
        && (Differ(first.Min, second.Min) || Differ(first.Max, second.Max) || (first.Max is { } most && second.Min is { } least && most.Value < least.Value) || (second.Max is { } high && first.Min is { } low && high.Value < low.Value));

    private static bool Differ(Bound? one, Bound? other) => one is { } first && other is { } second && first.Value != second.Value;

    // "Vaccines: must not have had a vaccine within 30 days": the heading is no fact.
    private static bool DeniesIt(Predicate.Leaf fact, Predicate.Leaf denied) =>
        fact is { Bounds: null, When: null, Except: null } && denied is { Bounds: null, Except: null } && fact.Type == denied.Type && fact.Concept == denied.Concept && fact.Wording == denied.Wording && fact.Qualifiers.IsEmpty && denied.Qualifiers.IsEmpty;
}
