using System.Runtime.InteropServices;
using Trialist.Criteria.Repair;
using Trialist.Criteria.Tokens;
using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <summary>Reads the words of one criterion: tokens, items, islands, and how far it was understood.</summary>
/// <remarks>Holds buffers and is used by one thread at a time.</remarks>
internal sealed class CriterionReading(Lexicon lexicon)
{
    /// <summary>A longer criterion is no sentence that a person wrote; the rest of its words is marked unread.</summary>
    public const int LongestCriterion = 20_000;

    private const int UsualTokens = 64;

    private readonly List<Token> tokens = new(UsualTokens);
    private readonly List<Item> items = new(UsualTokens);
    private OwnAbbreviations? own;

    /// <summary>Begins the text of another study.</summary>
    public void Begin(string text) => own = OwnAbbreviations.Of(text, lexicon);

    public (Reading Reading, Predicate? Predicate, ValueList<UnreadWords> Unread, TimeWindow? ForList) Read(string text, int start, int end, bool exclusion, bool announces, ListHeading heading = default)
    {
        var readEnd = Math.Min(end, start + LongestCriterion);
        if (exclusion && !announces && lexicon.ByName("employee of site") is { } staff && StaffList.Members(text.AsSpan(start, readEnd - start)) is { } members)
        {
            // "the investigator, site staff or their relatives"
            var named = members.Select(name => (Predicate)new Predicate.Leaf(LeafType.Behaviour, staff.Concept) { Span = new TextSpan(start, readEnd), Wording = name }).ToList();
            return (Reading.Full, TreeBuilder.Join(named, any: true), [], null);
        }

        ReadItems(text, start, readEnd);
        var repaired = GluedWords.Repair(text, start, readEnd, items);
        if (repaired is not null)
        {
            ReadItems(repaired.Text, 0, repaired.Text.Length);
        }

        var parsed = repaired is null ? IslandParser.Parse(text, readEnd, items, lexicon, exclusion, announces, heading) : Back(repaired, IslandParser.Parse(repaired.Text, repaired.Text.Length, items, lexicon, exclusion, announces, heading));
        var predicate = LostSigns.Mark(parsed.Predicate, text.AsSpan(start, readEnd - start), text, lexicon, parsed.Unread);
        if (readEnd < end)
        {
            var rest = new TextSpan(readEnd, end);
            parsed.Unread.Add(new UnreadWords(rest, "The criterion is too long to be read to its end."));
            var gap = new Predicate.Unread("The criterion is too long to be read to its end.") { Span = rest };
            predicate = predicate is null ? gap : new Predicate.All([predicate, gap]) { Span = predicate.Span.Union(rest) };
        }

        predicate = predicate is not null && parsed.Unread.Count > 0 ? BareNouns.Unread(predicate) : predicate;
        var found = ReadingOf(predicate, parsed, exclusion);
        return (found, predicate is null ? null : JudgementsApart.Of(predicate, text), parsed.Unread.ToValueList(), parsed.ForList);
    }

    private void ReadItems(string text, int start, int end)
    {
        tokens.Clear();
        items.Clear();
        Tokenizer.Read(text, start, end, tokens);
        ItemReader.Read(text, end, CollectionsMarshal.AsSpan(tokens), lexicon, own, items);
    }

    private static ParsedWords Back(RepairedText repaired, ParsedWords parsed) => parsed with
    {
        Predicate = parsed.Predicate is { } predicate ? repaired.Back(predicate) : null,
        Unread = parsed.Unread.ConvertAll(words => words with { Span = repaired.Back(words.Span) }),
    };

    private static Reading ReadingOf(Predicate? predicate, ParsedWords parsed, bool exclusion)
    {
        var seen = PredicateParts.Of(predicate);
        foreach (var gap in seen.Gaps)
        {
            Keep(gap, parsed.Unread);
        }

        if (parsed.Unread.Count > 0)
        {
            return seen.Leaves + seen.Judgements > 0 ? Reading.Partial : Reading.None;
        }

        if (seen.Leaves == 0)
        {
            return seen.Judgements > 0 ? Reading.Judgement : Reading.None;
        }

        // An action criterion asks for nothing else; women, men and fertility only say whom it asks.
        var actions = parsed.Nodes.TrueForAll(node => node.IsAction || node.IsGroup || node is { IsLeaf: true, Bounds: null, Type: LeafType.Sex or LeafType.Age }) && parsed.Nodes.Exists(node => node.IsAction);
        return actions ? Reading.Action
            : (predicate is Predicate.All && (IsMixed(parsed.Nodes) || (!exclusion && JudgedMatters.NamesDisease(parsed.Nodes)))) || (seen.Judgements > 0 && JudgedMatters.TellsLimit(predicate!)) ? Reading.Full
            : seen.Judgements > 0 && IsJudged(predicate!) ? Reading.Judgement
            : Reading.Full;
    }

    /// <summary>True when a demand of its own, which a record decides, stands beside one that a person judges.</summary>
    private static bool IsMixed(List<Node> nodes)
    {
        if (StandsBesideJudged(nodes))
        {
            return true;
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i].IsDefined || (i > 0 && nodes[i] is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } && nodes[i > 1 && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Procedure, Link: Link.With or Link.Adjacent } ? i - 2 : i - 1].Whole is Predicate.Judgement { Wording: { } asked } && asked.EndsWith("function", StringComparison.Ordinal) && nodes[i].Link is Link.With or Link.Adjacent))
            {
                // "normal cardiac function with an ejection fraction > 55 %": the number says what is normal.
                return true;
            }

            var judged = nodes[i].Type is not (LeafType.Sex or LeafType.Age) && i + 1 < nodes.Count && nodes[i + 1] is { Whole: Predicate.Judgement, Link: Link.With or Link.Adjacent };
            if (nodes[i] is { IsLeaf: true } leaf && (leaf.Bounds is not null || leaf.Type is LeafType.Sex || (leaf.Type == LeafType.Age && leaf.Concept.Name is not ("child" or "adult"))) && !judged && !(i > 0 && nodes[i - 1].Whole is Predicate.Judgement && leaf.Link is Link.With or Link.Adjacent))
            {
                return nodes.Exists(node => node.Whole is Predicate.Judgement);
            }
        }

        return false;
    }

    /// <summary>Longer texts that are judged somewhere tell a story.</summary>
    private const int MostMixed = 4;

    // "asthma for 2 years. In good health", "in good health and not diagnosed with asthma": one is a fact, the other is judged.
    private static bool StandsBesideJudged(List<Node> nodes)
    {
        if (nodes.Count > MostMixed)
        {
            return false;
        }

        var (judged, plain, from) = (false, false, 0);
        for (var i = 1; i <= nodes.Count; i++)
        {
            if (i < nodes.Count && nodes[i].Link != Link.Strong && !(nodes[i] is { Link: Link.And, Whole: Predicate.Not denied } && !Holds(denied) && nodes[i - 1].Whole is Predicate.Judgement))
            {
                continue;
            }

            var clause = nodes[from..i];
            judged |= clause.Exists(node => node.Whole is { } whole && Holds(whole));
            plain |= clause.TrueForAll(node => node.Whole is null || !Holds(node.Whole)) && clause.Exists(node => node is { IsGroup: false, IsAction: false } and ({ IsLeaf: true, Type: not (LeafType.Sex or LeafType.Age) } or { Whole: Predicate.Not }));
            from = i;
        }

        return judged && plain;
    }

    private static bool Holds(Predicate predicate) => predicate switch
    {
        Predicate.Judgement => true,
        Predicate.All all => all.Items.Any(Holds),
        Predicate.Any any => any.Items.Any(Holds),
        Predicate.AtLeast some => some.Items.Any(Holds),
        Predicate.Not not => Holds(not.Item),
        Predicate.Leaf or Predicate.Unread => false,
    };

    /// <summary>True when nothing can be decided without the judgement: every alternative holds one, or every demand but the person's does.</summary>
    private static bool IsJudged(Predicate predicate) => predicate switch
    {
        Predicate.Judgement => true,
        Predicate.All all => Any(all.Items),
        Predicate.Any any => Every(any.Items),
        Predicate.AtLeast atLeast => Every(atLeast.Items),
        Predicate.Not not => IsJudged(not.Item),
        Predicate.Leaf or Predicate.Unread => false,
    };

    private static bool Any(ValueList<Predicate> items)
    {
        foreach (var item in items)
        {
            if (IsJudged(item))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Every(ValueList<Predicate> items)
    {
        foreach (var item in items)
        {
            if (!IsJudged(item))
            {
                return false;
            }
        }

        return true;
    }

    // Gaps that only the joining of the tree found are added to the criterion's unread words.
    private static void Keep(Predicate.Unread gap, List<UnreadWords> listed)
    {
        foreach (var words in listed)
        {
            if (words.Span == gap.Span)
            {
                return;
            }
        }

        listed.Add(new UnreadWords(gap.Span, gap.Reason));
    }
}
