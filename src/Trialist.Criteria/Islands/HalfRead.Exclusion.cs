using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Exclusions: what is unsure lets nobody be shut out by it.</content>
internal sealed partial class HalfRead
{
    // Where in the sentence these stand, what is said before them may be lifted, or be asked in a case only.
    private static readonly PhraseList Lifts = KindsOfWords.HalfRead.PhrasesOf("lifts");

    // These say the same of all that stands before them.
    private static readonly PhraseList Permits = KindsOfWords.HalfRead.PhrasesOf("permits");

    // What these head lifts all the rest.
    private static readonly PhraseList Exceptions = KindsOfWords.HalfRead.PhrasesOf("exceptions");

    // Of one part of the study.
    private static readonly PhraseList Parts = KindsOfWords.HalfRead.PhrasesOf("parts");

    // A change of a treatment is not the treatment.
    private static readonly PhraseList Changes = KindsOfWords.HalfRead.PhrasesOf("changes");

    /// <summary>Longer names of judgements hold a verb: "may interfere with the study".</summary>
    private const int ShortestClause = 3;

    private List<(UnreadWords Gap, TextSpan Sentence)> shared = [];

    // Sentences to the place where what is said before may be lifted or judged.
    private List<TextSpan> lifted = [];

    // All to the place where something is allowed.
    private TextSpan? permitted;

    /// <summary>The cases of an exclusion: where words may lift, narrow or time them that were not understood, none is sure to be met.</summary>
    /// <param name="predicate">The cases.</param>
    /// <param name="ofPart">True when one part of a study is named.</param>
    public Predicate OfExclusion(Predicate predicate, bool ofPart)
    {
        gaps = GapsOf(predicate);
        if (gaps.Count == 0 || !Leaves.Exist(predicate, static _ => true))
        {
            return predicate;
        }

        var whole = Whole();
        if (ofPart || gaps.Exists(IsOfAll) || Exceptions.OccursIn(whole) || Parts.OccursIn(whole))
        {
            return Doubted(predicate);
        }

        shared = gaps.FindAll(gap => gap.Reason is Reasons.TimeOfUnread or Reasons.GoesOn or Reasons.Guessed or Reasons.NarrowsUnread).ConvertAll(gap => (gap, SentenceOf(gap.Span)));
        lifted = LiftedIn(whole);
        AddNarrowed(whole);
        cases = Leaves.OfWords(predicate);
        context = ContextOf();
        reactions = Leaves.Of(predicate).FindAll(IsReactionToUnread).ConvertAll(leaf => SentenceAround(leaf.Span));
        AddJudged(predicate);
        return Excluded(predicate);
    }

    private bool IsOfAll(UnreadWords gap) =>
        gap.Reason is Reasons.SecondTime or Reasons.Colons or Reasons.Together or Reasons.OnlyAllowed or Reasons.Reach or Reasons.DenialReach or Reasons.MeantTogether or Reasons.Clash or Reasons.NameEnds || OfSentence.Contains(gap.Reason)
        || (gap.Reason == Reasons.PassedOver && gap.Span.Of(text).Any(char.IsAsciiDigit)) || (gap.Reason == Reasons.FurtherSentence && (Lifts.OccursIn(Padded(gap.Span)) || Permits.OccursIn(Padded(gap.Span))));

    // "A, B or C other than D": the exception may be from each of them.
    private List<TextSpan> LiftedIn(string words)
    {
        var places = new List<TextSpan>();
        for (var from = 0; from < words.Length && Lifts.IndexIn(words.AsSpan(from)) is >= 0 and var next; from += next + 1)
        {
            var place = start + from + next;
            places.Add(SentenceOf(new TextSpan(place, place + 1)) with { End = place + 1 });
        }

        if (Permits.IndexIn(words) is >= 0 and var permit)
        {
            permitted = new TextSpan(start, start + permit);
            places.Add(permitted.Value);
        }

        return places;
    }

    // "Target vessel with signs of probable or definite thrombus": words at the head say of what all of it is, and were not understood.
    private TextSpan? ContextOf()
    {
        foreach (var gap in gaps)
        {
            if (gap.Reason is Reasons.NotKnown or Reasons.NarrowsUnread && gap.Span.Start <= start + 2 && gap.Span.Of(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length >= ShortestContext)
            {
                return gap.Span;
            }
        }

        return null;
    }

    /// <summary>So many words at the head of a sentence are more than a name.</summary>
    private const int ShortestContext = 4;

    private TextSpan? context;

    // Where reactions stand to what was not understood.
    private List<TextSpan> reactions = [];

    // "A, [unread] or B that may interfere with the study": what is judged may be each of them.
    private void AddJudged(Predicate predicate)
    {
        switch (predicate)
        {
            case Predicate.Judgement { Wording: { } asked } when asked.Count(' ') + 1 >= ShortestClause:
                lifted.Add(SentenceAround(predicate.Span) with { End = predicate.Span.Start });
                break;
            case Predicate.Any { Items: var items }:
                AddJudgedOf(items);
                break;
            case Predicate.All { Items: var items }:
                if (items.FirstOrDefault(item => item is Predicate.Judgement) is { } adjective && (HoldsGap(predicate) || !Leaves.Exist(predicate, static _ => true)))
                {
                    judged.Add(adjective.Span);
                }

                AddJudgedOf(items);
                break;
            case Predicate.AtLeast { Items: var items }:
                AddJudgedOf(items);
                break;
            case Predicate.Not not:
                AddJudged(not.Item);
                break;
            case Predicate.Judgement or Predicate.Leaf or Predicate.Unread:
                break;
        }
    }

    private void AddJudgedOf(ValueList<Predicate> items)
    {
        foreach (var item in items)
        {
            AddJudged(item);
        }
    }

    private Predicate Excluded(Predicate predicate) => predicate switch
    {
        Predicate.Not not when HoldsGap(not.Item) => Doubted(not),
        Predicate.Any any => any with { Items = any.Items.Select((item, at) => HasTimeBehindGap(any.Items, at) ? Doubted(item) : Excluded(item)).ToValueList() },
        Predicate.Leaf leaf => IsDoubtful(leaf) || IsBesideUnread(leaf) ? Doubted(leaf) : leaf,
        Predicate.All all when DeniesUnread(all) => Doubted(all),
        Predicate.All or Predicate.AtLeast or Predicate.Not when Leaves.Exist(predicate, IsLifted) => Doubted(predicate),
        _ => predicate,
    };

    private bool IsDoubtful(Predicate.Leaf leaf) => leaf switch
    {
        { Type: LeafType.Sex } or { Type: LeafType.Age, Bounds: null } => true,
        { Type: LeafType.Behaviour, Concept.Name: var conduct } when conduct.StartsWith("able ", StringComparison.Ordinal) || conduct.StartsWith("willing", StringComparison.Ordinal) || conduct.StartsWith("compliance", StringComparison.Ordinal) => true,
        _ when TooWide.Contains(leaf.Concept.Name) || reactions.Exists(sentence => Holds(sentence, leaf.Span)) || IsFinding(leaf) || IsJudgedAhead(leaf) => true,
        { Type: LeafType.Procedure, Bounds: null } when IsMeans(leaf) => true,
        { Type: LeafType.Treatment } when gaps.Exists(gap => Changes.OccursIn(Padded(gap.Span)) && Holds(SentenceAround(gap.Span), leaf.Span)) => true,
        _ when context is { } head && Holds(SentenceAround(head), leaf.Span) => true,
        _ when IsLifted(leaf) || IsDenied(leaf) || HasNumberBehind(leaf) => true,
        { Type: LeafType.Procedure, Bounds: null } when gaps.Exists(gap => Finds.OccursIn(Padded(gap.Span)) && Holds(SentenceAround(gap.Span), leaf.Span)) => true,
        { Bounds: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Participation or LeafType.Behaviour } when HasNoTime(leaf) && shared.Exists(one => IsBefore(leaf, one.Gap, one.Sentence)) => true,
        { Type: LeafType.Procedure or LeafType.Treatment or LeafType.Condition or LeafType.Participation or LeafType.Behaviour } => shared.Exists(one => IsBehind(leaf, one.Gap, one.Sentence)),
        _ => false,
    };

    // To what is among the words that were not understood.
    private static bool IsReactionToUnread(Predicate.Leaf leaf) => leaf.Type == LeafType.Condition && (leaf.Concept.Name is "contraindication" or "adverse reaction" || (Reactions.OccursIn(LeafName.Of(leaf)) && !LeafName.Of(leaf).Contains(" to ", StringComparison.Ordinal)));

    private static readonly PhraseList Reactions = KindsOfWords.HalfRead.PhrasesOf("reactions");

    // "physical examination [consistent with] infection": what was found, not that somebody looked.
    private static readonly PhraseList Finds = KindsOfWords.HalfRead.PhrasesOf("finds");

    // "images suggestive of A, lymphoma or …"
    private bool IsFinding(Predicate.Leaf leaf)
    {
        var before = text.AsSpan(start, Math.Max(0, leaf.Span.Start - start));
        return Suggests.OccursIn(before[(before.LastIndexOf(". ") + 1)..]);
    }

    private static readonly PhraseList Suggests = KindsOfWords.HalfRead.PhrasesOf("suggests");

    // "QTc > 470 ms obtained from triplicate ECGs", "positive PPD or QuantiFERON": how it was seen, or what it showed.
    private bool IsMeans(Predicate.Leaf leaf)
    {
        var sentence = SentenceAround(leaf.Span);
        var before = text.AsSpan(sentence.Start, Math.Max(0, leaf.Span.Start - sentence.Start)).TrimEnd();
        return Results.OccursIn(before) || Means.Contains(before[(before.LastIndexOf(' ') + 1)..].ToString());
    }

    private static readonly PhraseList Results = KindsOfWords.HalfRead.PhrasesOf("results");

    private static readonly HashSet<string> Means = new(StringComparer.OrdinalIgnoreCase) { "from", "by", "using", "on", "via", "per" };

    // "significant [unread], hepatic or pulmonary disease": so may these be judged.
    private bool IsJudgedAhead(Predicate.Leaf leaf) => judged.Exists(clause => clause.End <= leaf.Span.Start && Holds(SentenceAround(clause), leaf.Span));

    private List<TextSpan> judged = [];

    // "… not adequately controlled and stable on treatment": so may this be denied.
    private bool IsDenied(Predicate.Leaf leaf)
    {
        var before = text.AsSpan(start, Math.Max(0, leaf.Span.Start - start));
        var clause = before[(before.LastIndexOfAny(",;.(\n") + 1)..];
        return clause.Contains(" not ", StringComparison.OrdinalIgnoreCase) || clause.StartsWith("not ", StringComparison.OrdinalIgnoreCase);
    }

    // "> 12, 000 cells"
    private bool HasNumberBehind(Predicate.Leaf leaf) => leaf.Bounds is not null && gaps.Exists(gap => gap.Reason == Reasons.NumberOfNothing && gap.Span.Start >= leaf.Span.End && gap.Span.Start - leaf.Span.End <= ShortestClause);

    private bool IsLifted(Predicate.Leaf leaf) => (leaf.Except is null ? lifted : lifted.FindAll(span => span == permitted)).Exists(span => span.Start <= leaf.Span.Start && leaf.Span.Start < span.End);

    // "immunoglobulin, [unread] or biologics within 3 months", "epirubicin or [unread] > 480 mg": the time or the dose may be of each.
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
            if (gap && Leaves.Exist(items[i], leaf => leaf.When?.Max is not null || (leaf.Bounds is not null && items[at] is Predicate.Leaf { Type: LeafType.Treatment })))
            {
                return true;
            }
        }

        return false;
    }

    // "studies of drugs or of [unread] within 30 days": the time may be of each.
    private static bool IsBefore(Predicate.Leaf leaf, UnreadWords gap, TextSpan sentence) => gap.Reason == Reasons.TimeOfUnread && Holds(sentence, leaf.Span) && leaf.Span.End <= gap.Span.Start;

    // "anaphylaxis resulting in hypotension, [unclear], or ventilation": so may this.
    private static bool IsBehind(Predicate.Leaf leaf, UnreadWords gap, TextSpan sentence) => gap.Reason is Reasons.GoesOn or Reasons.Guessed or Reasons.NarrowsUnread && Holds(sentence, leaf.Span) && leaf.Span.Start >= gap.Span.End;

    private static bool HoldsGap(Predicate predicate) => PredicateParts.Of(predicate).Gaps.Count > 0;

    private Predicate Doubted(Predicate predicate) => predicate is Predicate.Unread or Predicate.Judgement ? predicate
        : new Predicate.All([predicate, new Predicate.Unread(Unsure) { Span = Cause(predicate) }]) { Span = predicate.Span };
}
