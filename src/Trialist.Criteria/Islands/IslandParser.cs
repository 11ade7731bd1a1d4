using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>
/// Second phase: reads the items of one criterion into nodes, left to right. What a rule understands becomes a leaf;
/// words that bear meaning and fit no rule become unread nodes, so that nothing is lost.
/// </summary>
internal sealed partial class IslandParser
{
    /// <summary>Brackets and exceptions nest no deeper in any sentence that a person wrote.</summary>
    private const int DeepestNesting = 12;

    private readonly string text;
    private readonly int textEnd;
    private readonly List<Item> items;
    private readonly Lexicon lexicon;
    private readonly bool exclusion;
    private readonly int depth;
    private readonly List<Node> nodes = [];
    private readonly List<Item> qualifiers = [];
    private readonly List<UnreadWords> unread;
    private readonly List<TextSpan> passed;
    private readonly List<TextSpan> guessed;

    private int at;
    private int end;
    private Link link = Link.Strong;
    private TimeWindow? pendingWhen;
    private TextSpan pendingWhenSpan;
    private Cue pendingHead;
    private Item? pendingHeadItem;
    private bool headUsed;
    private bool sawJudgement;
    private bool sawComma;
    private bool sawVerb;
    private LeafType? narrowed;

    /// <summary>True while words are read that something before them denies.</summary>
    private bool underDenial;

    /// <summary>True where a list stands under the words, so that they may do no more than announce it.</summary>
    private bool announces;

    /// <summary>The time that was said of the list under the words.</summary>
    private TimeWindow? forList;

    private IslandParser(string text, int textEnd, List<Item> items, Lexicon lexicon, bool exclusion, int depth, List<UnreadWords> unread, List<TextSpan> passed, List<TextSpan> guessed)
    {
        this.passed = passed;
        this.guessed = guessed;
        this.text = text;
        this.textEnd = textEnd;
        this.items = items;
        this.lexicon = lexicon;
        this.exclusion = exclusion;
        this.depth = depth;
        this.unread = unread;
    }

    /// <summary>Reads all items.</summary>
    public static ParsedWords Parse(string text, int textEnd, List<Item> items, Lexicon lexicon, bool exclusion, bool announces, ListHeading heading)
    {
        var parser = new IslandParser(text, textEnd, items, lexicon, exclusion, 0, [], new List<TextSpan>(items.Count), []) { end = items.Count, announces = announces, washout = heading.Washout };
        if (heading.Value is { } type && items.Count > 0)
        {
            // The heading named the value already.
            var known = type == LeafType.Score ? lexicon.ByName("ecog") : null;
            parser.nodes.Add(new Node { Span = new TextSpan(items[0].Start, items[0].Start), Type = type, Concept = known?.Concept ?? new Concept(type == LeafType.Age ? "age" : "life expectancy"), Entry = known });
            parser.link = Link.Adjacent;
            if (known is not null && items.Count > 1 && items[0].Of(text).Equals("who", StringComparison.OrdinalIgnoreCase))
            {
                // "Performance status:" above "WHO 0-2"
                parser.passed.Add(items[0].Span);
                parser.at = 1;
            }
        }

        parser.Run();
        parser.KeepPassedOver();
        var built = TreeBuilder.Build(parser.nodes, exclusion, parser.AreChoices());
        if (!exclusion && built is Predicate.Any { Items: var persons } && persons.Any(item => item is Predicate.Leaf { Type: LeafType.Sex, Concept.Name: "male or female" }))
        {
            // "healthy, man or woman, age 19 - 44": all that is said of the person.
            built = new Predicate.All(persons) { Span = built.Span };
        }

        if (!exclusion && built is not null && parser.unread.Count == 0 && AsksBothSexes(built))
        {
            // "postmenopausal women and males": nobody is both.
            parser.unread.Add(new UnreadWords(built.Span, "It is not clear whom this is asked of."));
            built = new Predicate.All([built, new Predicate.Unread("It is not clear whom this is asked of.") { Span = built.Span }]) { Span = built.Span };
        }

        if (built is not null && parser.unread.Count == 0 && parser.WhyMisread(built) is { } reason)
        {
            parser.unread.Add(new UnreadWords(built.Span, reason));
            built = new Predicate.All([built, new Predicate.Unread(reason) { Span = built.Span }]) { Span = built.Span };
        }

        return new ParsedWords(built is null ? null : parser.Safe(built), parser.unread, parser.nodes) { ForList = parser.forList };
    }

    // What was read in part decides only what is sure.
    private Predicate Safe(Predicate built)
    {
        var asked = exclusion ? built : Widening.Of(built);
        if (unread.Count == 0 && PredicateParts.Of(asked).Gaps.Count == 0)
        {
            return asked;
        }

        var half = new HalfRead(text, items.Count > 0 ? items[0].Start : 0, items.Count > 0 ? items[^1].End : textEnd, unread);
        return exclusion ? half.OfExclusion(asked, unread.Count > 0 && NamesPart()) : half.OfInclusion(asked);
    }

    private void Run()
    {
        while (at < end)
        {
            var before = at;
            Step();
            if (at == before)
            {
                // Always advance: a word that no rule takes is unread.
                Unread(at, at + 1, Reasons.NoRule);
                at++;
            }
        }

        CloseClause();
        NameViralLoads();
        AddSuspected();
    }

    private void Step()
    {
        var item = items[at];
        if (TryTimeOfAction() || TryReferral() || TryResponse() || TryRecovery() || TryWashout() || TryAdmission() || TryLimitOfThese() || TryRecently())
        {
            return;
        }

        if ((announces && TryCountOfList()) || TryChallengeDose() || TryDoseBehind(item) || TryLettered() || (item.Kind is ItemKind.Mention or ItemKind.Unknown ? TryTimeEnd() : TryLimitOrTime()) || TryLimitOnly())
        {
            return;
        }

        switch (item.Kind)
        {
            case ItemKind.Cue:
                StepCue(item);
                break;
            case ItemKind.Unknown when TryNon() || TryTypedBullet():
                break;
            case ItemKind.Unknown or ItemKind.Cue when TryPermission(item):
                break;
            case ItemKind.Mention or ItemKind.Unknown:
                ReadPhrase();
                break;
            case ItemKind.Sign or ItemKind.Dash:
                StepSign(item);
                break;
            default:
                StepNumber();
                break;
        }
    }

    // What begins with a number, a sign or a function word.
    private bool TryLimitOrTime() => TryElapsed() || TryHistoryOfLength() || TryTimeEnd() || TryDimension() || TryGestation() || TryFrequency() || (!SaysAgeAhead() && TryTime()) || TryAround() || TryComparison();

    // A number that bounds nothing, with its unit: the "mm" of "5 mm" is no myeloma.
    private void StepNumber()
    {
        var after = at + 1;
        if (items[at].Kind == ItemKind.Number && (NumbersVisit() || IsBareNumbering() || CountsOne()))
        {
            passed.Add(items[at].Span);
            at++;
            return;
        }

        if (items[at].Kind == ItemKind.Number && (TryYearOfGuideline() || TryEdition() || TryPairBehind() || TryMoreBehind() || TryCountedMeans() || TryOneCourse() || TryPlainCount()))
        {
            return;
        }

        if (items[at].Kind == ItemKind.Number)
        {
            ReadValue(at, out var unit, out var past, out _);
            after = unit is null ? after : past;
        }

        Unread(at, after, Reasons.NumberOfNothing);
        at = after;
    }

    private void StepSign(Item item)
    {
        switch (item.Text)
        {
            case "(" or "[" or "{":
                ReadBracket();
                return;
            case ")" or "]" or "}":
                Unread(at, at + 1, "This bracket was not opened.");
                break;
            case ",":
                SetLink(Link.Comma);
                break;
            case ";":
                CloseClause();
                link = Link.Strong;
                break;
            case "." or "?" or "!":
                if (EndsSentence())
                {
                    CloseClause();
                    link = Link.Strong;
                }

                break;
            case "/" when at > 0 && at + 1 < end && items[at - 1].Cue == Cue.Filler && items[at + 1].Cue == Cue.Filler:
                break;
            case "/" when nodes.Count > 0 && nodes[^1].Type == LeafType.Treatment && CombinationFollows():
                Unread(at, at + 1, Reasons.Together);
                break;
            case "/":
                // "AST (SGOT)/ALT (SGPT) ≤ 3 x ULN" asks for both.
                SetLink(!exclusion && nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Measurement } ? Link.And : Link.Or);
                break;
            case ":" when nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Measurement } && at + 2 < end && items[at + 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Measurement } && items[at + 2].Of(text).Equals("ratio", StringComparison.OrdinalIgnoreCase):
                // "FEV1: FVC ratio < 0.7"
                Unread(at, at + 1, "It is not clear whether this is a ratio of the two.");
                break;
            case ":" when ReadAfterColon():
                return;
            case "-" when TryNumberedName():
                return;
            case "+" when nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Treatment }:
                // "abacavir + lamivudine": both.
                link = Link.With;
                break;
            case "+" when nodes.Count > 0:
                MarkPositive(item);
                break;
            case null when text[item.Start] == '#' && at > 0 && at + 1 < end && SaysVisit(items[at - 1]) && items[at + 1].Kind == ItemKind.Number:
                break;
            case null:
                Unread(at, at + 1, "This sign is not known.");
                break;
        }

        at++;
    }

    private bool EndsSentence() => at + 1 >= end || !(items[at + 1].Cue is Cue.Or or Cue.And && char.IsLower(text[items[at + 1].Start])) && char.IsWhiteSpace(text[Math.Min(items[at].End, textEnd - 1)]);

    // CD123+ and HER2+.
    private void MarkPositive(Item item)
    {
        var node = nodes[^1];
        if (node.IsLeaf && node.Span.End == item.Start && node.Type is LeafType.Biomarker or LeafType.Measurement)
        {
            node.Type = LeafType.Biomarker;
            if (!node.Concept.Name.EndsWith(" positive", StringComparison.Ordinal) && !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Result))
            {
                node.Qualifiers.Add(new Qualifier(QualifierKind.Result, "positive"));
            }

            node.Span = new TextSpan(node.Span.Start, item.End);
        }
    }

    private void SetLink(Link next)
    {
        sawComma |= next == Link.Comma;
        if (link is Link.Strong && nodes.Count == 0)
        {
            return;
        }

        // "A, and B" and "A and/or B": the word says more than the comma, "or" more than "and".
        link = (link, next) switch
        {
            (Link.Strong, _) => Link.Strong,
            (Link.Or, Link.Comma or Link.And) => Link.Or,
            (Link.And, Link.Comma) => Link.And,
            (Link.And, Link.Or) => Link.Or,
            _ => next,
        };
    }

    /// <summary>Keeps words that were not understood, as a node where they stand.</summary>
    private void Unread(int from, int to, string reason)
    {
        var span = new TextSpan(items[from].Start, items[to - 1].End);
        if (nodes.Count > 0 && link == Link.Adjacent && nodes[^1].Whole is Predicate.Unread previous)
        {
            // Neighbouring words that were not understood are one gap.
            span = previous.Span.Union(span);
            nodes[^1].Whole = previous with { Span = span };
            nodes[^1].Span = span;
            unread[^1] = new UnreadWords(span, unread[^1].Reason);
            return;
        }

        unread.Add(new UnreadWords(span, reason));
        Add(Node.Of(new Predicate.Unread(reason) { Span = span }, link));
    }

    /// <summary>At the end of a clause what still waits for its words is unread.</summary>
    private void CloseClause()
    {
        FlushQualifiers();
        FlushWaiting();
        KeepForList();
        if (pendingHead != Cue.None && !headUsed)
        {
            UnreadItem(pendingHeadItem!, "It is not said, or was not understood, what of.");
        }

        MarkAsked();
        foreach (var node in nodes)
        {
            DropUnaskedResult(node);
            Clarify(node);
            if (node.IsBare && (node.Type is LeafType.LifeExpectancy or LeafType.Lines || (node.Type == LeafType.Age && node.Concept.Name == "age")))
            {
                MakeUnread(node, "A limit was expected and none was understood.");
            }
            else if (depth == 0 && node.IsBare && node.Type is LeafType.Measurement or LeafType.Score && (node.Qualifiers.TrueForAll(one => one.Kind is QualifierKind.Site or QualifierKind.Method) || (node.Type == LeafType.Score && !node.Qualifiers.Exists(one => one.Kind is QualifierKind.Result or QualifierKind.Grade))))
            {
                // A value without a limit asks nothing that could be decided; it stays for the reader to see.
                var leaf = node.ToPredicate();
                node.Whole = new Predicate.All([leaf, new Predicate.Unread("A limit was expected and none was understood.") { Span = node.Span }]) { Span = node.Span };
                unread.Add(new UnreadWords(node.Span, "A limit was expected and none was understood."));
            }
        }

        pendingHead = Cue.None;
        headUsed = false;
        pendingWhen = null;
        familyToo = false;
    }

    private void MakeUnread(Node node, string reason)
    {
        node.Whole = new Predicate.Unread(reason) { Span = node.Span };
        unread.Add(new UnreadWords(node.Span, reason));
    }

    // The limit is there to see, and what it is said of is not understood.
    private void KeepInPart(Node node, string reason)
    {
        unread.Add(new UnreadWords(node.Span, reason));
        Doubt(node, node.Span, reason);
    }

    private void UnreadItem(Item item, string reason)
    {
        unread.Add(new UnreadWords(item.Span, reason));
        Add(Node.Of(new Predicate.Unread(reason) { Span = item.Span }, link));
    }
}
