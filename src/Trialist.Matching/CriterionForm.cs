namespace Trialist.Matching;

/// <summary>What the form of a criterion says about how it is evaluated; shared by the reference and the bulk engine.</summary>
internal static class CriterionForm
{
    private static readonly Combine Every = new Combine.All();
    private static readonly Combine Either = new Combine.Any();

    /// <summary>Children of an exclusion are joined by "any", those of an inclusion by "all", unless the words say otherwise.</summary>
    public static Combine CombineOf(Criterion criterion) =>
        criterion.Combine ?? (criterion.Kind == CriterionKind.Exclusion ? Either : Every);

    /// <summary>False where nothing can be computed: not read, or read in part without knowing how the unread words join the rest.</summary>
    public static bool IsComputed(Criterion criterion, bool hasChildren) => criterion.Reading switch
    {
        Reading.None => false,
        Reading.Partial => criterion.Predicate is { } predicate && HoldsUnread(predicate),
        Reading.Full => criterion.Predicate is not null || hasChildren,
        Reading.Judgement or Reading.Action => criterion.Predicate is not null || hasChildren,
        null => hasChildren && criterion.Predicate is null,
    };

    /// <summary>"If female, … and one of the following": the part that says whom neither the words nor what is listed under them is asked of; null for most criteria.</summary>
    public static Predicate? GuardOf(Criterion criterion) =>
        criterion is { Kind: CriterionKind.Inclusion, Predicate: Predicate.Any { Items: [Predicate.Not { Item: var whom } guard, ..] } } && NamesGroup(whom) ? guard : null;

    /// <summary>What the words ask of those whom the guard names: the predicate without its guard; null where the words ask nothing of their own.</summary>
    public static Predicate? AskedOf(Criterion criterion) =>
        GuardOf(criterion) is null ? criterion.Predicate
        : ((Predicate.Any)criterion.Predicate!).Items is var items && items.Count == 2 ? items[1]
        : new Predicate.Any(items.Skip(1).ToValueList()) { Span = criterion.Predicate!.Span };

    private static bool NamesGroup(Predicate whom) => whom switch
    {
        Predicate.Leaf leaf => leaf.Type == LeafType.Sex || leaf.Concept.Name == "childbearing potential",
        Predicate.All all => all.Items.All(NamesGroup),
        Predicate.Any any => any.Items.All(NamesGroup),
        Predicate.AtLeast or Predicate.Not or Predicate.Judgement or Predicate.Unread => false,
    };

    /// <summary>True when an unread leaf stands somewhere in the tree.</summary>
    public static bool HoldsUnread(Predicate predicate) => predicate switch
    {
        Predicate.Unread => true,
        Predicate.All all => Some(all.Items),
        Predicate.Any any => Some(any.Items),
        Predicate.AtLeast some => Some(some.Items),
        Predicate.Not not => HoldsUnread(not.Item),
        Predicate.Leaf leaf => leaf.Except is { } except && HoldsUnread(except),
        Predicate.Judgement => false,
    };

    private static bool Some(ValueList<Predicate> items)
    {
        foreach (var item in items)
        {
            if (HoldsUnread(item))
            {
                return true;
            }
        }

        return false;
    }
}
