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
