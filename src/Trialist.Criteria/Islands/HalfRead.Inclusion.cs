using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Inclusions: what is unsure shuts nobody out.</content>
internal sealed partial class HalfRead
{
    // These are of the very words; others are of all that stands between two of them.
    private static readonly HashSet<string> OfWords = new(StringComparer.Ordinal) { Reasons.NotKnown, Reasons.NoRule, Reasons.NarrowsUnread, Reasons.PassedOver, Reasons.DemandInBrackets, Reasons.TimeOfUnread };

    // What is joined to what is not clear.
    private static readonly HashSet<string> OfJoining = new(StringComparer.Ordinal) { Reasons.Together, Reasons.OtherPerson, Reasons.Reach };

    // The fact itself is not clear, only that something is asked.
    private static readonly HashSet<string> OfFact = new(StringComparer.Ordinal) { Reasons.TooGeneral, Reasons.Guessed };

    // One of these in words that were not understood may turn what stands beside them into a case, a choice or a wish.
    private static readonly PhraseList Widens = KindsOfWords.HalfRead.PhrasesOf("widens");

    // One of these anywhere turns what is asked into a case, a choice or a wish, and it may be asked otherwise in the words that were not understood.
    private static readonly PhraseList Turns = KindsOfWords.HalfRead.PhrasesOf("turns");

    // Where it is not clear what colons divide, the limits of values are still what they are.
    private bool onlyLimits;

    // Where what stands there is asked of some only, or is not clear.
    private List<TextSpan> unsure = [];

    private List<Predicate.Leaf> facts = [];

    /// <summary>The demands of an inclusion: what is unsure shuts nobody out.</summary>
    public Predicate OfInclusion(Predicate predicate)
    {
        gaps = GapsOf(predicate);
        if (gaps.Count == 0 || !Leaves.Exist(predicate, static _ => true))
        {
            return predicate;
        }

        if (IsOfSome(predicate, Whole()))
        {
            return predicate is Predicate.All { Items: [Predicate.Leaf { Type: LeafType.Age, Bounds: not null } age, ..] items } all && IsOfAll(age)
                ? all with { Items = [age, .. items.Skip(1).Select(Waived)] } : Waived(predicate);
        }

        facts = Leaves.Of(predicate);
        unsure = [.. gaps.Where(IsUnsure).Select(gap => gap.Reason == Reasons.FurtherSentence || OfFact.Contains(gap.Reason) ? gap.Span : SentenceOf(gap.Span))];
        onlyLimits = gaps.Exists(gap => gap.Reason == Reasons.Colons);
        return Demanded(predicate);
    }

    // Words of a case, a choice or some of the persons stand somewhere: nothing in the criterion is surely asked of all.
    private bool IsOfSome(Predicate predicate, string whole) =>
        gaps.Exists(gap => gap.Reason is Reasons.OnlyAllowed or Reasons.MayBeAllowed or Reasons.NoJoin or Reasons.Clash or Reasons.NameEnds)
        || Turns.OccursIn($" {whole}")
        || NamesSome(whole)
        || Leaves.Exist(predicate, IsLabel)
        || (ExplainsDenial(whole) && Holds(predicate, static part => part is Predicate.Not))
        || (NamesGroup(predicate) && AsksOfFertility(predicate));

    // "[Biopsy part] …"
    private static bool NamesSome(string words) => words is ['[', ..] || AsksOfPersonsWith(words) || AsksOfKind(words) || AsksOfGroup(words);

    // "Group 1 healthy volunteers: …"; but "Group A streptococci".
    private static bool AsksOfGroup(string words) =>
        words.StartsWith("group ", StringComparison.OrdinalIgnoreCase) && words.Split(' ', LongestGroup + 1).Take(LongestGroup).Any(word => Persons.Contains(word.TrimEnd(':', ',', '.')));

    /// <summary>Words that name a group of persons.</summary>
    private const int LongestGroup = 5;

    // "Patients with diabetes must …"
    private static bool AsksOfPersonsWith(string words) =>
        words.Contains(" must ", StringComparison.OrdinalIgnoreCase)
        && words.Split(' ', 3) is [var persons, "with", var whom] && Persons.Contains(persons) && whom.Contains(" must ", StringComparison.OrdinalIgnoreCase);

    // "All diabetic patients must …"
    private static bool AsksOfKind(string words) =>
        words.StartsWith("All ", StringComparison.OrdinalIgnoreCase)
        && words.Split(' ', 4) is [_, var kind, var persons, ..] && Persons.Contains(persons) && !Persons.Contains(kind) && kind is not ("eligible" or "enrolled" or "study" or "of");

    // "no dissemination …; dissemination is defined as 20 lesions"
    private static bool ExplainsDenial(string words) =>
        Defines.OccursIn(words) || (words.Contains(':', StringComparison.Ordinal) && words.StartsWith("No ", StringComparison.OrdinalIgnoreCase));

    private static readonly PhraseList Defines = KindsOfWords.HalfRead.PhrasesOf("defines");

    private static bool Holds(Predicate predicate, Func<Predicate, bool> isAsked) => isAsked(predicate) || predicate switch
    {
        Predicate.All all => all.Items.Any(item => Holds(item, isAsked)),
        Predicate.Any any => any.Items.Any(item => Holds(item, isAsked)),
        Predicate.Not or Predicate.AtLeast or Predicate.Leaf or Predicate.Judgement or Predicate.Unread => false,
    };

    // "HEALTHY: blood pressure < 140/90", "Surgery: none": of whom, or of what.
    private bool IsLabel(Predicate.Leaf leaf)
    {
        var at = leaf.Span.End;
        if (at + 1 < end && text[at] == ' ' && text[at + 1] == '(' && text.IndexOf(')', at) is > 0 and var close)
        {
            at = close + 1;
        }

        return leaf.Bounds is null && at < end && text[at] == ':';
    }

    private static readonly HashSet<string> Persons = new(StringComparer.OrdinalIgnoreCase) { "patients", "subjects", "participants", "volunteers", "women", "men", "individuals", "children" };

    private bool IsUnsure(UnreadWords gap) =>
        gap.Reason == Reasons.FurtherSentence || OfSentence.Contains(gap.Reason) || OfJoining.Contains(gap.Reason) || OfFact.Contains(gap.Reason)
        || (OfWords.Contains(gap.Reason) && Widens.OccursIn(Padded(gap.Span))) || (gap.Reason == Reasons.Ambiguous && Limits.OccursIn(Padded(gap.Span)));

    private Predicate Demanded(Predicate predicate)
    {
        if (predicate is Predicate.All all)
        {
            var isUnsure = new bool[all.Items.Count];
            MarkObjects(all.Items, isUnsure);
            return all with { Items = all.Items.Select((item, at) => isUnsure[at] ? Waived(item) : Demanded(item)).ToValueList() };
        }

        if (!Leaves.Exist(predicate, static _ => true))
        {
            return predicate;
        }

        var isMethod = predicate is Predicate.Leaf { Type: LeafType.Procedure } && predicate.Span.Start > start && text[predicate.Span.Start - 1] == '('; // "volume ≥ 30 ml (ultrasonography)"
        var isOpen = isMethod || (onlyLimits && !IsLimit(predicate)) || unsure.Exists(span => Overlap(span, predicate.Span)) || predicate is Predicate.Leaf { Type: LeafType.Sex, Concept.Name: not "male or female" };
        return isOpen || !IsSure(predicate) ? Waived(predicate) : predicate;
    }

    // A fact is sure where its sentence was understood, or holds besides it nothing but words that narrow it.
    private bool IsSure(Predicate predicate)
    {
        if (predicate is Predicate.Leaf { Bounds: not null } limit && facts.Exists(other => LimitsOtherwise(other, limit)))
        {
            // "age > 18 for [unread], age > 13 for [unread]"
            return false;
        }

        var sentence = SentenceAround(predicate.Span);
        var isFirst = sentence.Start <= start + LongestBullet;
        if (!gaps.Exists(gap => Overlap(gap.Span, sentence)))
        {
            // "Asthma [unread]. These are patients with gout."
            return isFirst || predicate is Predicate.Leaf { Bounds: not null } or Predicate.Any { Items: [Predicate.Not, ..] };
        }

        if (!isFirst || IsOfUnread(sentence, predicate.Span))
        {
            return false;
        }

        var before = text.AsSpan(sentence.Start, Math.Max(0, predicate.Span.Start - sentence.Start));
        var behind = text.AsSpan(predicate.Span.End, Math.Max(0, sentence.End - predicate.Span.End));
        var words = $" {before}  {behind} ".ReplaceLineEndings(" ");
        var near = gaps.FindAll(gap => Overlap(gap.Span, sentence));
        var others = facts.FindAll(fact => Overlap(fact.Span, sentence) && !Holds(predicate.Span, fact.Span));
        return predicate switch
        {
            Predicate.Leaf leaf when IsHalfAWord(leaf.Span) => false,
            Predicate.Leaf { Bounds: null } when DeniedBehind.IndexIn(behind) == 0 => false, // "ascites is not [unread]"
            Predicate.Leaf leaf when IsLimit(leaf) => !IsOfOtherValue(leaf, sentence) && !SaysOr(words) && !HasNumberBehind(leaf) && !near.Exists(gap => GoesOnBehind(leaf, gap)) && !FollowsDenial(sentence, leaf) && !others.Exists(other => other.Bounds is not null && other.Concept.Name == leaf.Concept.Name),
            Predicate.Leaf { Type: LeafType.Procedure or LeafType.Treatment, When: null } leaf when !IsDone(leaf) => false, // who is to have it, or in whom it showed something, is not asked whether they had it
            Predicate.Leaf { Concept.Name: "pregnancy" or "lactation" } => false, // hardly ever asked for
            Predicate.Leaf { Type: LeafType.Treatment or LeafType.Contraception } leaf when IsNeeded(leaf) || SaysOther(leaf.Span.Of(text)) => false,
            Predicate.Leaf leaf => !(leaf.Type == LeafType.Condition && OtherPersons.OccursIn(words)) && (leaf.Type is LeafType.Behaviour or LeafType.Consent || !IsObject(leaf.Span)) && others.TrueForAll(SaysOfPerson) && !SaysOr(words) && !FollowsDenial(sentence, leaf) && !TooWide.Contains(leaf.Concept.Name) && PredicateParts.Of(leaf.Except).Gaps.Count == 0 && near.TrueForAll(gap => Narrows(gap, leaf)),
            Predicate.Not not => others.Count == 0 && !Exist(not.Item, leaf => TooWide.Contains(leaf.Concept.Name) || (HasNoTime(leaf) && Lengths.OccursIn(Padded(predicate.Span)))) && !Relates.OccursIn(Padded(predicate.Span)) && Leaves.Of(not.Item).TrueForAll(leaf => leaf.Type == Leaves.Of(not.Item)[0].Type) && !Relates.OccursIn(words) && near.TrueForAll(gap => Leaves.Exist(not.Item, leaf => leaf.Span.Start > gap.Span.Start)),
            Predicate.Any any when Leaves.Of(any) is [{ Bounds: null } first, ..] leaves && leaves.TrueForAll(leaf => leaf.Concept.Name == first.Concept.Name) => !IsHalfAWord(any.Span) && !IsObject(any.Span) && first.Type != LeafType.Procedure && others.TrueForAll(SaysOfPerson) && !SaysOr(words) && !FollowsDenial(sentence, first) && !TooWide.Contains(first.Concept.Name) && near.TrueForAll(gap => Overlap(gap.Span, any.Span) || Narrows(gap, first with { Span = any.Span })),
            Predicate.Any { Items: [Predicate.Not, ..] asked } => !SaysOr(words) && asked.Skip(1).All(item => item is Predicate.Leaf or Predicate.Unread),
            _ => false,
        };
    }

    // "zorbed melanoma", "melanoma (zorbed)": not "melanoma, [unread]", which is one of a list, nor "denying melanoma".
    private bool Narrows(UnreadWords gap, Predicate.Leaf leaf)
    {
        if (gap.Reason == Reasons.NumberOfNothing && gap.Span.Length < NearBy && Math.Abs(gap.Span.Start - leaf.Span.End) <= 2)
        {
            // "grades 1-3"
            return false;
        }

        if (Overlap(gap.Span, leaf.Span))
        {
            return gap.Reason == Reasons.BelongTogether;
        }

        var between = gap.Span.End <= leaf.Span.Start ? new TextSpan(gap.Span.End, leaf.Span.Start) : new TextSpan(leaf.Span.End, gap.Span.Start);
        return text.AsSpan(between.Start, between.Length).IndexOfAny(",/") < 0 && !text.AsSpan(between.Start, between.Length).Contains(" and ", StringComparison.OrdinalIgnoreCase) && !Denies.OccursIn(Padded(gap.Span));
    }

    private static readonly PhraseList Denies = KindsOfWords.HalfRead.PhrasesOf("denies");

    // "no greater than 1.0 mg/dL [above ULN]", "at least two measurements [< 50]"
    private bool GoesOnBehind(Predicate.Leaf leaf, UnreadWords gap) => (gap.Reason == Reasons.NumberOfNothing && Overlap(gap.Span, leaf.Span)) || (leaf.Type == LeafType.Score && gap.Span.Start >= leaf.Span.End && gap.Span.Start - leaf.Span.End <= 1 && gap.Span.Length < LongestBullet) || (gap.Reason == Reasons.NumberOfNothing && gap.Span.Of(text) is ['<' or '>' or '≤' or '≥', ..]) || gap.Span.Start >= leaf.Span.End && gap.Span.Start - leaf.Span.End <= 1 && gap.Span.Of(text).Split(' ') is [var first, ..] && Farther.Contains(first);

    private static readonly HashSet<string> Farther = new(StringComparer.OrdinalIgnoreCase) { "above", "below", "over", "under", "times", "x", "beyond", "than", "from", "more", "less", "or" };

    // "no heart failure with [unread] and an ejection fraction < 40 %": the limit is denied as well.
    private bool FollowsDenial(TextSpan sentence, Predicate.Leaf leaf)
    {
        var before = $" {text.AsSpan(sentence.Start, Math.Max(0, leaf.Span.Start - sentence.Start))} ";
        return Denials.OccursIn(before);
    }

    private static readonly PhraseList DeniedBehind = KindsOfWords.HalfRead.PhrasesOf("denied-behind");

    private static readonly PhraseList Denials = KindsOfWords.HalfRead.PhrasesOf("denials");

    // "no lymphomas that do not fall into the category", "absence of [unread], nausea": how far the denial goes is not sure.
    private static readonly PhraseList Relates = KindsOfWords.HalfRead.PhrasesOf("relates");

    // "women aged 18 to 65 with [unread] melanoma": whose melanoma it is.
    private static bool SaysOfPerson(Predicate.Leaf leaf) => leaf is { Type: LeafType.Sex or LeafType.Age };

    private static readonly PhraseList Manners = KindsOfWords.HalfRead.PhrasesOf("manners");

    private static bool SaysOr(string words)
    {
        while (Manners.FirstIn(words) is var (manner, at))
        {
            // "histologically or cytologically confirmed" names no other case.
            words = words.Remove(at, manner.Length);
        }

        return SaysOther(words);
    }

    private static bool SaysOther(string words) => words.Contains(" or ", StringComparison.OrdinalIgnoreCase) || words.Contains("and/or", StringComparison.OrdinalIgnoreCase);

    private static bool IsLimit(Predicate predicate) => predicate is Predicate.Leaf { Bounds: not null, Type: LeafType.Measurement or LeafType.Score or LeafType.Age or LeafType.LifeExpectancy };

    private void MarkObjects(ValueList<Predicate> items, bool[] isUnsure)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is Predicate.Unread gap)
            {
                MarkObject(items, isUnsure, i, gap);
            }

            if (i > 0 && items[i] is Predicate.Unread { Reason: Reasons.NumberOfNothing } number && items[i - 1] is Predicate.Leaf { Type: LeafType.Biomarker } marker && number.Span.Start - marker.Span.End <= NearBy)
            {
                // "HER2 expression (1-3+)"
                isUnsure[i - 1] = true;
            }
        }
    }

    /// <summary>A blank and a bracket, or a short word.</summary>
    private const int NearBy = 14;

    private void MarkSentence(ValueList<Predicate> items, bool[] isUnsure, TextSpan words)
    {
        var sentence = SentenceOf(words);
        for (var i = 0; i < items.Count; i++)
        {
            isUnsure[i] |= Holds(sentence, items[i].Span);
        }
    }

    // "no more than 1 prior therapy with", "relatives of patients with", "(for patients > 10 years)": what follows is no demand of its own.
    private void MarkObject(ValueList<Predicate> items, bool[] isUnsure, int index, Predicate.Unread gap)
    {
        if (index + 1 >= items.Count || items[index + 1].Span.Start < gap.Span.End || EndsBetween(gap.Span.End, items[index + 1].Span.Start))
        {
            return;
        }

        var words = gap.Span.Of(text).ToLowerInvariant().TrimEnd();
        words = words.EndsWith(" the", StringComparison.Ordinal) || words.EndsWith(" a", StringComparison.Ordinal) || words.EndsWith(" an", StringComparison.Ordinal) ? words[..words.LastIndexOf(' ')] : words;
        var last = words[(words.LastIndexOfAny([' ', '\n']) + 1)..];
        if (last == "for" || Array.Exists(Cases, words.StartsWith))
        {
            // "HbA1c ≥ 6.5 % for diabetic patients", "… (for patients > 10 years)": the limit is asked of them.
            isUnsure[index + 1] = true;
            if (index > 0 && !EndsBetween(items[index - 1].Span.End, gap.Span.Start))
            {
                isUnsure[index - 1] = true;
            }

            MarkSentence(items, isUnsure, gap.Span);
        }
        else
        {
            isUnsure[index + 1] |= (Links.Contains(last) && !NamesForm(words)) || OtherPersons.OccursIn(words) || (items[index + 1] is not Predicate.Leaf { Bounds: not null } && LimitsCount(words));
        }
    }

    private static bool LimitsCount(string words) => Limits.OccursIn(words) && (words.Any(char.IsAsciiDigit) || words.Contains(" of", StringComparison.Ordinal));

    private static readonly FrozenSet<string> Links = KindsOfWords.HalfRead.Of("links");

    private static readonly string[] Cases = [.. KindsOfWords.HalfRead.Of("cases")];

    private static readonly PhraseList OtherPersons = KindsOfWords.HalfRead.PhrasesOf("other-persons");

    private static readonly string[] Forms = [.. KindsOfWords.HalfRead.Of("forms")];

    // "a component of clear cell carcinoma": who has none has none of it.
    private static bool NamesForm(string words) => Array.Exists(Forms, words.EndsWith);

    private static readonly PhraseList Limits = KindsOfWords.HalfRead.PhrasesOf("limits");

    private static bool NamesGroup(Predicate predicate) => predicate switch
    {
        Predicate.Leaf { Type: LeafType.Sex, Concept.Name: not "male or female" } => true,
        Predicate.Leaf { Type: LeafType.Condition, Concept.Name: var name } => name == "childbearing potential" || name.Contains("menopaus", StringComparison.Ordinal),
        Predicate.All all => all.Items.Any(NamesGroup),
        _ => false,
    };

    private static bool AsksOfFertility(Predicate predicate) => Leaves.Exist(predicate, leaf => leaf.Type is LeafType.Contraception or LeafType.Pregnancy or LeafType.Lactation);

    // A case that says whom nothing is asked of stays the first of the alternatives: what is listed below is not asked of them either.
    private Predicate Waived(Predicate predicate)
    {
        var unread = new Predicate.Unread(Unsure) { Span = Cause(predicate) };
        return predicate switch
        {
            Predicate.Unread or Predicate.Judgement or Predicate.Any { Items: [.., Predicate.Unread] } => predicate,
            Predicate.Any any => any with { Items = [.. any.Items, unread] },
            _ => new Predicate.Any([predicate, unread]) { Span = predicate.Span },
        };
    }
}
