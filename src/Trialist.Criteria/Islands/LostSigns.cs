using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>
/// Doubts limits such as "age = 18 years": nobody is asked for exactly that age, the stroke under a "greater" or "less" was lost on the way.
/// Which of the two it was cannot be known, so that any other value leaves the criterion unknown.
/// </summary>
internal static class LostSigns
{
    private const string Reason = "Exactly this value is hardly meant; a sign such as ≥ or ≤ seems to have lost its stroke.";

    /// <summary>Scores with more values than this are not asked for one by one.</summary>
    private const int FewValues = 8;

    /// <summary>The predicate with each doubtful limit beside an unread node.</summary>
    public static Predicate? Mark(Predicate? predicate, ReadOnlySpan<char> words, string text, Lexicon lexicon, List<UnreadWords> unread)
    {
        // Nearly every criterion leaves here.
        return predicate is null || !words.Contains('=') ? predicate : Mark(predicate, text, lexicon, unread);
    }

    private static Predicate Mark(Predicate predicate, string text, Lexicon lexicon, List<UnreadWords> unread)
    {
        switch (predicate)
        {
            case Predicate.All all:
                return all with { Items = Each(all.Items, text, lexicon, unread) };
            case Predicate.Any any:
                return any with { Items = Each(any.Items, text, lexicon, unread) };
            case Predicate.AtLeast atLeast:
                return atLeast with { Items = Each(atLeast.Items, text, lexicon, unread) };
            case Predicate.Not not:
                return not with { Item = Mark(not.Item, text, lexicon, unread) };
            case Predicate.Leaf leaf when IsDoubtful(leaf, text, lexicon):
                unread.Add(new UnreadWords(leaf.Span, Reason));
                return new Predicate.Any([leaf, new Predicate.Unread(Reason) { Span = leaf.Span }]) { Span = leaf.Span };
            default:
                return predicate;
        }
    }

    private static ValueList<Predicate> Each(ValueList<Predicate> items, string text, Lexicon lexicon, List<UnreadWords> unread)
    {
        var marked = new List<Predicate>(items.Count);
        foreach (var item in items)
        {
            marked.Add(Mark(item, text, lexicon, unread));
        }

        return marked.ToValueList();
    }

    private static bool IsDoubtful(Predicate.Leaf leaf, string text, Lexicon lexicon) =>
        leaf.Bounds is { Min: { Value: > 0 } min, Max: { } max } && min.Value == max.Value
        && leaf.Span.Of(text).Contains('=', StringComparison.Ordinal)
        && (leaf.Type is LeafType.Age or LeafType.Measurement or LeafType.LifeExpectancy or LeafType.Count
            || (leaf.Type == LeafType.Score && lexicon.ByName(leaf.Concept.Name)?.Scale is { } scale && scale.Max - scale.Min >= FewValues));
}
