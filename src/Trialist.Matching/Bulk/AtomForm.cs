namespace Trialist.Matching.Bulk;

/// <summary>The form of a leaf that is the same wherever it stands in a text.</summary>
internal static class AtomForm
{
    /// <summary>The leaf without its place in the text and without the words that only name it.</summary>
    public static Predicate.Leaf WithoutSpans(Predicate.Leaf leaf) =>
        leaf with { Span = default, Wording = null, Except = leaf.Except is { } except ? Strip(except) : null };

    private static Predicate Strip(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => WithoutSpans(leaf),
        Predicate.Not not => not with { Item = Strip(not.Item), Span = default },
        Predicate.All all => all with { Items = all.Items.Select(Strip).ToValueList(), Span = default },
        Predicate.Any any => any with { Items = any.Items.Select(Strip).ToValueList(), Span = default },
        Predicate.AtLeast some => some with { Items = some.Items.Select(Strip).ToValueList(), Span = default },
        Predicate.Judgement judgement => judgement with { Wording = null, Span = default },
        Predicate.Unread => predicate with { Span = default },
    };
}
