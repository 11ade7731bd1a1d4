using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Inclusions: of whom, when and whether at all something is asked.</content>
internal sealed partial class HalfRead
{
    // "At least 13 years old (consent of a parent required if under 18)": what follows asks no other age.
    private bool IsOfAll(Predicate.Leaf age)
    {
        var before = text.AsSpan(start, Math.Max(0, age.Span.Start - start));
        var behind = text.AsSpan(age.Span.End, Math.Max(0, end - age.Span.End));
        var length = behind.IndexOfAny(".;,(") is >= 0 and var first ? first : behind.Length;
        var clause = behind[..length];
        var rest = behind[length..];
        var words = new TextSpan(start, age.Span.End + length);
        return before.Length <= LongestNeed && before.IndexOfAny(":0123456789") < 0 && !gaps.Exists(gap => Overlap(gap.Span, words)) && !Turns.OccursIn(clause) && !SaysOther(clause.ToString())
            && (!OtherAges.OccursIn(rest) || (Consents.OccursIn(rest) && rest.IndexOf('.') < 0));
    }

    private static readonly PhraseList OtherAges = KindsOfWords.HalfRead.PhrasesOf("other-ages");

    private static readonly PhraseList Consents = KindsOfWords.HalfRead.PhrasesOf("consents");

    /// <summary>"12. "</summary>
    private const int LongestBullet = 6;

    private static readonly PhraseList Demands = KindsOfWords.HalfRead.PhrasesOf("demands");

    // "[unread] carriers must have a platelet count > 100"
    private bool IsOfUnread(TextSpan sentence, TextSpan fact) =>
        Demands.IndexIn(text.AsSpan(sentence.Start, Math.Max(0, fact.Start - sentence.Start))) is >= 0 and var demand && gaps.Exists(gap => gap.Span.Start >= sentence.Start && gap.Span.End <= sentence.Start + demand + 1);

    // "requiring dialysis", "candidates for surgery", "treatment:"
    private bool IsNeeded(Predicate.Leaf leaf)
    {
        var before = text.AsSpan(start, Math.Max(0, leaf.Span.Start - start));
        return Needs.OccursIn(before[Math.Max(0, before.Length - LongestNeed)..]) || Needs.OccursIn(leaf.Span.Of(text)) || text.AsSpan(start, Math.Max(0, end - start)).TrimEnd() is [.., ':'];
    }

    // "underwent gastric bypass"
    private bool IsDone(Predicate.Leaf leaf)
    {
        var from = Math.Max(start, leaf.Span.Start - LongestNeed);
        return Done.OccursIn(text.AsSpan(from, Math.Max(0, leaf.Span.End - from)));
    }

    private static readonly PhraseList Done = KindsOfWords.HalfRead.PhrasesOf("done");

    // Whether one that decides by itself is as asked.
    private static bool Exist(Predicate denied, Func<Predicate.Leaf, bool> isAsked) => denied switch
    {
        Predicate.Any any => any.Items.Any(item => Exist(item, isAsked)),
        Predicate.Leaf leaf => isAsked(leaf),
        _ => !HoldsGap(denied) && Leaves.Exist(denied, isAsked),
    };

    /// <summary>Characters before a treatment in which its need is named.</summary>
    private const int LongestNeed = 30;

    private static readonly PhraseList Needs = KindsOfWords.HalfRead.PhrasesOf("needs");

    // "age < 50 at [unread] onset", "15 years and 9 months", "basophils plus [unread] > 20 %"
    private bool IsOfOtherValue(Predicate.Leaf leaf, TextSpan sentence)
    {
        var behind = text.AsSpan(leaf.Span.End, Math.Max(0, sentence.End - leaf.Span.End));
        return IsChange(leaf)
            || text.AsSpan(sentence.Start, sentence.Length).Contains(" plus ", StringComparison.OrdinalIgnoreCase)
            || (leaf.Type == LeafType.Age && (OtherTimes.OccursIn(behind[..Math.Min(behind.Length, LongestTime)]) || (behind.StartsWith(" and ", StringComparison.OrdinalIgnoreCase) && behind.Length > " and ".Length && char.IsAsciiDigit(behind[" and ".Length]))));
    }

    /// <summary>Characters behind an age in which it is said when it was.</summary>
    private const int LongestTime = 60;

    private static readonly PhraseList OtherTimes = KindsOfWords.HalfRead.PhrasesOf("other-times");

    private static readonly PhraseList Lengths = KindsOfWords.HalfRead.PhrasesOf("lengths");
}
