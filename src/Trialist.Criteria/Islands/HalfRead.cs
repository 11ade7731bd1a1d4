using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>
/// What a criterion that is read in part must not decide. Words that only narrow a fact leave its absence sure; words that may widen it, say of whom or in which case it is asked,
/// or make it the object of something else do not: there the facts stay to be seen, and nothing follows from them.
/// </summary>
internal sealed partial class HalfRead(string text, int end, List<UnreadWords> listed)
{
    /// <summary>Characters to either side of a gap in which its sentence is looked for.</summary>
    private const int MaxSentence = 1_000;

    private const string Unsure = "It is not clear of whom, in which case or how this is asked.";

    // Each of these says that the case, the side or the joining of what stands in the same sentence was not understood.
    private static readonly HashSet<string> OfSentence = new(StringComparer.Ordinal)
    {
        Reasons.DependsOnCondition, Reasons.Condition, Reasons.OfSomeOnly,
        Reasons.OfAge, Reasons.EachNamed, Reasons.ExceptionFrom, Reasons.Exception,
        Reasons.InsteadOfLimit, Reasons.EachLimit, Reasons.JudgedLimit,
        Reasons.ExcludesAmongInclusions, Reasons.IncludesAmongExclusions, Reasons.NotAllowed, Reasons.Denied, Reasons.FurtherClause,
        Reasons.PlaceOfList, Reasons.JoiningOfList,
    };

    // These are of the very words; others are of all that stands between two of them.
    private static readonly HashSet<string> OfWords = new(StringComparer.Ordinal) { Reasons.NotKnown, Reasons.NoRule, Reasons.NarrowsUnread, Reasons.PassedOver, Reasons.DemandInBrackets, Reasons.TimeOfUnread };

    // One of these in words that were not understood may turn what stands beside them into a case, a choice or a wish.
    private static readonly PhraseList Widens = new("unless", "whichever", "prefer", "allowed", "permitted", "optional", "not required", "not necessary", "applicable", "instead", "otherwise", "alternatively", "defined", "definition", "waive", " if ", "eligible", "acceptable", " may ", "however");

    /// <summary>The demands of an inclusion: what is unsure shuts nobody out.</summary>
    public Predicate OfInclusion(Predicate predicate)
    {
        var gaps = GapsOf(predicate);
        if (gaps.Count == 0 || !Leaves.Exist(predicate, static _ => true))
        {
            return predicate;
        }

        if (gaps.Exists(gap => gap.Reason == Reasons.FurtherSentence && Widens.OccursIn(Padded(gap.Span))) || (NamesGroup(predicate) && AsksOfFertility(predicate)))
        {
            return Waived(predicate);
        }

        var unsure = gaps.FindAll(gap => gap.Reason == Reasons.FurtherSentence || OfSentence.Contains(gap.Reason) || (OfWords.Contains(gap.Reason) && Widens.OccursIn(Padded(gap.Span)))).ConvertAll(gap => gap.Reason == Reasons.FurtherSentence ? gap.Span : SentenceOf(gap));
        onlyLimits = gaps.Exists(gap => gap.Reason == Reasons.Colons);
        return Demanded(predicate, unsure);
    }

    // Where it is not clear what colons divide, the limits of values are still what they are.
    private bool onlyLimits;

    private Predicate Demanded(Predicate predicate, List<TextSpan> unsure)
    {
        if (predicate is not Predicate.All all)
        {
            var isUnsure = (onlyLimits && !IsLimit(predicate)) || unsure.Exists(span => span.Start < predicate.Span.End && predicate.Span.Start < span.End) || predicate is Predicate.Leaf { Type: LeafType.Sex, Concept.Name: not "male or female" };
            return isUnsure && Leaves.Exist(predicate, static _ => true) ? Waived(predicate) : predicate;
        }

        var items = all.Items.Select(item => (Item: item, IsUnsure: false)).ToArray();
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i].Item is Predicate.Unread gap)
            {
                MarkObjects(items, i, gap);
            }
        }

        return all with { Items = items.Select(one => one.IsUnsure && one.Item is not Predicate.Unread ? Waived(one.Item) : Demanded(one.Item, unsure)).ToValueList() };
    }

    private static bool IsLimit(Predicate predicate) => predicate is Predicate.Leaf { Bounds: not null, Type: LeafType.Measurement or LeafType.Score or LeafType.Age or LeafType.LifeExpectancy };

    // "no more than 1 prior therapy with", "relatives of patients with", "(for patients > 10 years)": what follows is no demand of its own.
    private void MarkObjects((Predicate Item, bool IsUnsure)[] items, int index, Predicate.Unread gap)
    {
        var words = gap.Span.Of(text).ToLowerInvariant().TrimEnd();
        var isFollowed = index + 1 < items.Length && items[index + 1].Item.Span.Start >= gap.Span.End && text.AsSpan(gap.Span.End, items[index + 1].Item.Span.Start - gap.Span.End) is var between && between.IndexOfAny(".;") < 0;
        if (!isFollowed)
        {
            return;
        }

        var last = words[(words.LastIndexOfAny([' ', '\n']) + 1)..];
        var next = items[index + 1].Item;
        var limits = next is not Predicate.Leaf { Bounds: not null } && Limits.OccursIn(words) && (words.Any(char.IsAsciiDigit) || words.Contains(" of", StringComparison.Ordinal));
        var saysWhom = last == "for" || Array.Exists(Cases, words.StartsWith);
        if (!(Links.Contains(last) && !NamesForm(words)) && !limits && !saysWhom && !OtherPersons.OccursIn(words))
        {
            return;
        }

        items[index + 1].IsUnsure = true;
        if (saysWhom)
        {
            // "HbA1c ≥ 6.5 % for diabetic patients", "… (for patients > 10 years)": the limit is asked of them.
            var sentence = SentenceOf(new UnreadWords(gap.Span, gap.Reason));
            if (index > 0 && text.AsSpan(items[index - 1].Item.Span.End, Math.Max(0, gap.Span.Start - items[index - 1].Item.Span.End)).IndexOfAny(".;") < 0)
            {
                items[index - 1].IsUnsure = true;
            }

            for (var i = 0; i < items.Length; i++)
            {
                items[i].IsUnsure |= Holds(sentence, items[i].Item.Span);
            }
        }
    }

    private static readonly HashSet<string> Links = new(StringComparer.Ordinal) { "for", "of", "to", "in", "with", "by", "from", "at", "during", "before", "after", "until", "through", "than", "about", "against", "since", "following", "receive", "receiving" };

    private static readonly string[] Cases = ["for ", "if ", "when ", "where "];

    private static readonly PhraseList OtherPersons = new("relative", "family member", "mother", "father", "parent", "sibling", "caregiver", "partner", "spouse", "donor", "carer");

    private static readonly string[] Forms = ["component of", "type of", "form of", "forms of", "stage of", "subtype of", "phase of", "features of", "diagnosis of", "evidence of", "confirmation of", "presence of", "history of", "transformation of", "symptoms of", "signs of", "suffer from", "suffering from", "case of", "cases of", "on treatment with", "treated with", "maintained on", "documentation of"];

    // "a component of clear cell carcinoma": who has none has none of it.
    private static bool NamesForm(string words) => Array.Exists(Forms, words.EndsWith);

    private static readonly PhraseList Limits = new("no more than", "not more than", "at most", "less than", "fewer", "up to ", "maximum", "<", "≤", "since", "of the following", "one of", "two of", "any of", "no greater");

    private static bool NamesGroup(Predicate predicate) => predicate switch
    {
        Predicate.Leaf { Type: LeafType.Sex, Concept.Name: not "male or female" } => true,
        Predicate.Leaf { Type: LeafType.Condition, Concept.Name: var name } => name == "childbearing potential" || name.Contains("menopaus", StringComparison.Ordinal),
        Predicate.All all => all.Items.Any(NamesGroup),
        _ => false,
    };

    private static bool AsksOfFertility(Predicate predicate) => Leaves.Exist(predicate, leaf => leaf.Type is LeafType.Contraception or LeafType.Pregnancy or LeafType.Lactation);

    private Predicate Waived(Predicate predicate) => predicate is Predicate.Unread or Predicate.Judgement or Predicate.Any { Items: [_, Predicate.Unread] } ? predicate
        : new Predicate.Any([predicate, new Predicate.Unread(Unsure) { Span = Cause(predicate) }]) { Span = predicate.Span };

    // The words that were not understood are named, and not those that were.
    private TextSpan Cause(Predicate predicate) => listed.Count > 0 ? listed[0].Span : predicate.Span;

    private static bool Holds(TextSpan outer, TextSpan inner) => outer.Start <= inner.Start && inner.End <= outer.End;

    // The words of a gap as whole words.
    private string Padded(TextSpan span) => $" {span.Of(text).ReplaceLineEndings(" ")} ";

    private List<UnreadWords> GapsOf(Predicate predicate)
    {
        var gaps = new List<UnreadWords>(listed);
        Collect(predicate, gaps);
        return gaps;
    }

    private static void Collect(Predicate predicate, List<UnreadWords> gaps)
    {
        switch (predicate)
        {
            case Predicate.Unread gap:
                gaps.Add(new UnreadWords(gap.Span, gap.Reason));
                break;
            case Predicate.All all:
                CollectAll(all.Items, gaps);
                break;
            case Predicate.Any any:
                CollectAll(any.Items, gaps);
                break;
            case Predicate.AtLeast some:
                CollectAll(some.Items, gaps);
                break;
            case Predicate.Not not:
                Collect(not.Item, gaps);
                break;
            case Predicate.Leaf or Predicate.Judgement:
                break;
        }
    }

    private static void CollectAll(ValueList<Predicate> items, List<UnreadWords> gaps)
    {
        foreach (var item in items)
        {
            Collect(item, gaps);
        }
    }

    // A line that begins with a capital is a sentence of its own.
    private bool BeginsLine(int at)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at >= end || char.IsUpper(text[at]);
    }

    // The sentence, or the bracket, that the words stand in; where none ends near by, the whole criterion.
    private TextSpan SentenceOf(UnreadWords gap)
    {
        var (from, nesting) = (gap.Span.Start, 0);
        for (; from > 0; from--)
        {
            if (gap.Span.Start - from > MaxSentence)
            {
                return new TextSpan(0, Math.Max(end, gap.Span.End));
            }

            var sign = text[from - 1];
            nesting += sign is ')' ? 1 : sign is '(' ? -1 : 0;
            if (nesting < 0 || (nesting == 0 && (sign == ';' || (sign == '.' && char.IsWhiteSpace(text[from])) || (sign == '\n' && BeginsLine(from)))))
            {
                break;
            }
        }

        var to = gap.Span.End;
        for (nesting = 0; to < end; to++)
        {
            if (to - gap.Span.End > MaxSentence)
            {
                return new TextSpan(0, Math.Max(end, gap.Span.End));
            }

            var sign = text[to];
            nesting += sign is '(' ? 1 : sign is ')' ? -1 : 0;
            if (nesting < 0 || (nesting == 0 && (sign == ';' || (sign == '.' && (to + 1 >= end || char.IsWhiteSpace(text[to + 1]))) || (sign == '\n' && BeginsLine(to + 1)))))
            {
                break;
            }
        }

        return new TextSpan(from, to);
    }
}
