using Trialist.Criteria.Islands;
using Trialist.Criteria.Lint;
using Trialist.Criteria.Structure;
using Trialist.Terminology;

namespace Trialist.Criteria;

/// <summary>Reads eligibility text into criteria and predicates. Reading never fails: what is not understood is kept and marked.</summary>
public sealed class CriteriaReader
{
    [ThreadStatic]
    private static CriterionReading? reading; // its buffers serve all texts that a thread reads

    /// <summary>The reader over the built-in lexicon; shareable between threads.</summary>
    public static CriteriaReader Default { get; } = new();

    /// <summary>Reads a text.</summary>
    /// <param name="text">The decoded eligibility text, escapes and line ends untouched; spans count its UTF-16 units.</param>
    /// <param name="rules">The structured limits of the same record; where given, text at odds with them is reported.</param>
    public CriteriaDocument Read(string text, EligibilityRules? rules = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var numbering = new Numbering();
        var criteria = new List<Criterion>();
        var words = reading ??= new CriterionReading(Lexicon.Default);
        words.Begin(text);
        var above = new ListsAbove();
        LeafType? heading = null;
        var blocks = BlockReader.Read(text);
        foreach (var block in blocks)
        {
            heading = block.IsNote ? ValueHeadings.Of(block.WordsOf(text)) : heading;
            above.Heading = block.Children.Count == 0 ? heading : null;
            criteria.Add(ReadBlock(text, block, numbering, words, above));
        }

        foreach (var (first, second) in Alternatives.PairsOf(text, blocks))
        {
            // "Creatinine ≤ 1.5 mg/dL OR" above "creatinine clearance ≥ 60 mL/min": neither is asked by itself.
            criteria[first] = InDoubt(criteria[first], criteria[first].Span, holds: false);
            criteria[second] = InDoubt(criteria[second], criteria[second].Span, holds: false);
        }

        return new CriteriaDocument(text.Length, criteria.ToValueList(), Linter.Check(text, criteria, rules));
    }

    private static Criterion ReadBlock(string text, Block block, Numbering numbering, CriterionReading words, ListsAbove above)
    {
        var span = new TextSpan(block.Start, block.End);
        var criterion = new Criterion(numbering.Next(block), Numbering.KindOf(block), span, span.Of(text))
        {
            Parent = numbering.ParentOf(block),
            Combine = block.Children.Count > 0 ? CombineWords.Of(text, block) : null,
        };
        if (block.IsNote)
        {
            return criterion;
        }

        var announces = block.Children.Count > 0 && (LeadIns.Introduces(text, block) || block.WordsOf(text).Contains("following", StringComparison.OrdinalIgnoreCase));
        var (reading, predicate, unread, forList) = words.Read(text, block.Words, block.End, block.Section == Section.Exclusion, announces);
        var onlyAnnounces = (block.Children.Count > 0 && Headings.IsPartOfRecord(block.WordsOf(text))) || announces && LeadIns.OnlyAnnounces(block.WordsOf(text), block.Section == Section.Exclusion);
        if (reading is not Reading.Full && above.Heading is { } value && block.End - block.Words <= ValueHeadings.LongestValue)
        {
            // "Age:" above "18 to 65"
            var named = words.Read(text, block.Words, block.End, block.Section == Section.Exclusion, announces, new ListHeading(value));
            (reading, predicate, unread) = named.Reading == Reading.Full ? (named.Reading, named.Predicate, named.Unread) : (reading, predicate, unread);
        }

        if ((reading is not Reading.Full || Leaves.Of(predicate!).Exists(leaf => leaf.When is { Relation: TimeRelation.During, Min: not null })) && block.Children.Count == 0 && Washouts.IsItem(block.WordsOf(text)) && above.SaysWashout(text, block))
        {
            // "Long-acting beta-agonists: 24 hours" under "washout periods:"
            var ended = words.Read(text, block.Words, block.End, block.Section == Section.Exclusion, announces, new ListHeading(Washout: true));
            (reading, predicate, unread) = ended.Reading == Reading.Full ? (ended.Reading, ended.Predicate, ended.Unread) : (reading, predicate, unread);
            above.EndWashouts(ended.Reading == Reading.Full);
        }
        else
        {
            above.KeepWashouts(text, block);
        }

        if (ListsAbove.Means(text, block) is { } means)
        {
            // "Intrauterine device" under "must use one of these methods of contraception:"
            var said = new TextSpan(block.Words, block.End);
            (reading, predicate, unread) = (Reading.Action, TreeBuilder.Join([.. means.Select(name => new Predicate.Leaf(LeafType.Contraception, new Concept(name)) { Span = said })], any: true), []);
        }

        above.Take(block, onlyAnnounces ? null : forList);
        if (onlyAnnounces)
        {
            (reading, predicate, unread) = (Reading.Full, null, []);
        }
        else if (predicate is Predicate.Judgement && block.Children.Count > 0 && LeadIns.Introduces(text, block))
        {
            // "Adequate organ function, defined as:" is decided by its list.
            (reading, predicate, unread) = (Reading.Full, null, []);
        }
        else if (reading == Reading.Judgement && block.Children.Count > 0)
        {
            (reading, predicate, unread) = DecidedByList(text, predicate!);
        }
        else if (predicate is null && block.Children.Count > 0)
        {
            // Words that only introduce the list ask nothing of their own.
            reading = Reading.Full;
        }
        else if (predicate is null && unread.IsEmpty)
        {
            unread = [new UnreadWords(new TextSpan(block.Words, block.End), "Nothing in these words was understood.")];
        }

        var read = criterion with { Reading = reading, Predicate = predicate is null ? null : above.InTime(block, predicate), Unread = unread };
        if (above.Doubts(block))
        {
            read = InDoubt(read, new TextSpan(block.Words, block.End), holds: false);
        }

        if (block.Children.Count > 0 && predicate is not null && GroupHeadings.Names(block.WordsOf(text), predicate))
        {
            read = InDoubt(read, new TextSpan(block.Words, block.End), holds: false);
        }

        if (block.Children.Count > 0 && criterion.Kind == CriterionKind.Inclusion && NamesOneSex(predicate))
        {
            // "Male participants:" above a list says whom the list is asked of.
            return InDoubt(read, new TextSpan(block.Words, block.End), holds: false);
        }

        if (block.Children.Count == 0 && Openings.Announces(block.WordsOf(text), criterion.Kind == CriterionKind.Inclusion))
        {
            // "Prior therapy:" with no list that was found to be under it.
            read = InDoubt(read, new TextSpan(block.Words, block.End), holds: criterion.Kind == CriterionKind.Exclusion);
        }

        if (block.Children.Count > 0 && criterion.Kind == CriterionKind.Exclusion && predicate is not (null or Predicate.Judgement) && Openings.Heads(block.WordsOf(text)))
        {
            // "Prior anticancer therapies:" above a list of some of them.
            read = InDoubt(read, new TextSpan(block.Words, block.End), holds: true);
        }

        if (block.Children.Count > 0 && predicate is not (null or Predicate.Judgement) && Openings.Of(text, block, predicate) is { } opening)
        {
            above.Doubt(block, predicate, opening.Lifts);
            read = InDoubt(read, opening.Words, holds: criterion.Kind == CriterionKind.Exclusion || !opening.Lifts);
        }

        return read;
    }

    // "Adequate marrow function (no transfusion within 7 days)": the list below decides what is adequate; what else the words ask stays.
    private static (Reading Reading, Predicate? Predicate, ValueList<UnreadWords> Unread) DecidedByList(string text, Predicate own)
    {
        var items = own is Predicate.All all ? all.Items : [own];
        var asked = items.Where(item => item is not Predicate.Judgement || LeadIns.AsksFunction(item.Span.Of(text)) is null).ToValueList();
        if (asked.Count == items.Count || asked.Any(item => item is Predicate.Judgement))
        {
            return (Reading.Judgement, own, []);
        }

        var unread = items.Where(item => item is Predicate.Judgement && LeadIns.AsksFunction(item.Span.Of(text)) == false).Select(item => new UnreadWords(item.Span, LeadIns.NotReadBesideFunction)).ToValueList();
        Predicate[] kept = [.. asked, .. unread.Select(words => new Predicate.Unread(words.Reason) { Span = words.Span })];
        return (unread.IsEmpty ? Reading.Full : Reading.Partial, kept.Length == 0 ? null : kept.Length == 1 ? kept[0] : new Predicate.All(kept.ToValueList()) { Span = own.Span }, unread);
    }

    private static bool NamesOneSex(Predicate? predicate) => predicate switch
    {
        Predicate.Leaf leaf => leaf is { Type: LeafType.Sex, Concept.Name: "male" or "female" } or { Concept.Name: "childbearing potential" },
        Predicate.All(var items) => items.All(NamesOneSex),
        _ => false,
    };

    // Examples and exceptions in a list: what is true of the words above may be lifted or widened by an item, and no item alone decides anything.
    private static Criterion InDoubt(Criterion criterion, TextSpan where, bool holds)
    {
        if (criterion.Predicate is not { } predicate || criterion.Reading is Reading.Judgement or Reading.Action)
        {
            return criterion;
        }

        var doubt = new Predicate.Unread(Reasons.JoiningOfList) { Span = where };
        return criterion with
        {
            Reading = Reading.Partial,
            Predicate = holds ? new Predicate.All([predicate, doubt]) { Span = predicate.Span } : new Predicate.Any([predicate, doubt]) { Span = predicate.Span },
            Unread = [.. criterion.Unread, new UnreadWords(where, Reasons.JoiningOfList)],
        };
    }
}
