namespace Trialist.Criteria.Islands;

/// <content>Exclusions: what is unsure lets nobody be shut out by it.</content>
internal sealed partial class HalfRead
{
    /// <summary>The cases of an exclusion: where words may lift, narrow or time them that were not understood, none is sure to be met.</summary>
    /// <param name="predicate">The cases.</param>
    /// <param name="ofPart">True when one part of a study is named.</param>
    public Predicate OfExclusion(Predicate predicate, bool ofPart)
    {
        var gaps = GapsOf(predicate);
        if (gaps.Count == 0 || !Leaves.Exist(predicate, static _ => true))
        {
            return predicate;
        }

        if (ofPart || gaps.Exists(gap => gap.Reason == Reasons.SecondTime || (gap.Reason == Reasons.PassedOver && gap.Span.Of(text).Any(char.IsAsciiDigit))) || gaps.Exists(gap => gap.Reason == Reasons.Colons || OfSentence.Contains(gap.Reason) || (gap.Reason == Reasons.FurtherSentence && Lifts.OccursIn(Padded(gap.Span)))))
        {
            return Doubted(predicate);
        }

        return Excluded(predicate, gaps.FindAll(gap => gap.Reason is Reasons.TimeOfUnread or Reasons.GoesOn).ConvertAll(gap => (gap, SentenceOf(gap))));
    }

    private static readonly Vocabulary.PhraseList Lifts = new(" may ", " can ", "eligible", "allowed", "permitted", "acceptable", "not exclu", "unless", " if ", "except", "not an exclusion");

    private Predicate Excluded(Predicate predicate, List<(UnreadWords Gap, TextSpan Sentence)> shared) => predicate switch
    {
        Predicate.Not not when HoldsGap(not.Item) => Doubted(not),
        Predicate.Any any => any with { Items = any.Items.Select((item, at) => HasTimeBehindGap(any.Items, at) ? Doubted(item) : Excluded(item, shared)).ToValueList() },
        Predicate.Leaf { Type: LeafType.Condition, Qualifiers.IsEmpty: true, Concept.Name: "allergy" or "hypersensitivity" or "intolerance" or "contraindication" or "sensitivity" or "adverse reaction" or "anaphylaxis" } leaf => Doubted(leaf), // to what is among the words that were not understood
        Predicate.Leaf { When: null, Bounds: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Participation or LeafType.Behaviour } leaf when shared.Exists(one => IsBefore(leaf, one.Gap, one.Sentence) || IsBehind(leaf, one.Gap, one.Sentence)) => Doubted(leaf),
        Predicate.Leaf { Type: LeafType.Procedure or LeafType.Treatment or LeafType.Condition } leaf when shared.Exists(one => IsBehind(leaf, one.Gap, one.Sentence)) => Doubted(leaf),
        _ => predicate,
    };

    // "immunoglobulin, [unread] or biologics within 3 months": the time may be of each.
    private bool HasTimeBehindGap(ValueList<Predicate> items, int at)
    {
        if (items[at] is not Predicate.Leaf { When: null, Bounds: null, Type: LeafType.Treatment or LeafType.Procedure or LeafType.Condition } leaf)
        {
            return false;
        }

        var gap = false;
        for (var i = at + 1; i < items.Count && text.AsSpan(leaf.Span.End, Math.Max(0, items[i].Span.Start - leaf.Span.End)).IndexOf(';') < 0; i++)
        {
            gap |= HoldsGap(items[i]);
            if (gap && items[i] is Predicate.Leaf { When.Max: not null })
            {
                return true;
            }
        }

        return false;
    }

    // "studies of drugs or of [unread] within 30 days": the time may be of each.
    private static bool IsBefore(Predicate.Leaf leaf, UnreadWords gap, TextSpan sentence) => gap.Reason == Reasons.TimeOfUnread && Holds(sentence, leaf.Span) && leaf.Span.End <= gap.Span.Start;

    // "anaphylaxis resulting in hypotension, [unclear], or ventilation": so may this.
    private static bool IsBehind(Predicate.Leaf leaf, UnreadWords gap, TextSpan sentence) => gap.Reason == Reasons.GoesOn && Holds(sentence, leaf.Span) && leaf.Span.Start >= gap.Span.End;

    private static bool HoldsGap(Predicate predicate)
    {
        var gaps = new List<UnreadWords>();
        Collect(predicate, gaps);
        return gaps.Count > 0;
    }

    private Predicate Doubted(Predicate predicate) => predicate is Predicate.Unread or Predicate.Judgement ? predicate
        : new Predicate.All([predicate, new Predicate.Unread(Unsure) { Span = Cause(predicate) }]) { Span = predicate.Span };
}
