namespace Trialist.Criteria.Islands;

/// <summary>What a predicate is made of: how many facts and judgements, and the words in it that were not understood.</summary>
internal struct PredicateParts
{
    private List<Predicate.Unread>? gaps;

    public int Leaves { get; private set; }

    public int Judgements { get; private set; }

    /// <summary>Those of exceptions as well, in the order of the tree.</summary>
    public readonly IReadOnlyList<Predicate.Unread> Gaps => gaps ?? [];

    public static PredicateParts Of(Predicate? predicate)
    {
        var parts = default(PredicateParts);
        parts.Add(predicate);
        return parts;
    }

    private void Add(Predicate? predicate)
    {
        switch (predicate)
        {
            case Predicate.All all:
                AddAll(all.Items);
                break;
            case Predicate.Any any:
                AddAll(any.Items);
                break;
            case Predicate.AtLeast atLeast:
                AddAll(atLeast.Items);
                break;
            case Predicate.Not not:
                Add(not.Item);
                break;
            case Predicate.Leaf leaf:
                Leaves++;
                Add(leaf.Except);
                break;
            case Predicate.Judgement:
                Judgements++;
                break;
            case Predicate.Unread gap:
                (gaps ??= []).Add(gap);
                break;
            case null:
                break;
        }
    }

    private void AddAll(ValueList<Predicate> items)
    {
        foreach (var item in items)
        {
            Add(item);
        }
    }
}
