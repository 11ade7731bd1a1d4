using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What treatment led to: a complete remission reached, not reached, or lasting so long, and treatment that failed.</content>
internal sealed partial class IslandParser
{
    private const string CompleteRemission = "complete remission";

    /// <summary>A longer phrase says more than which treatment came before.</summary>
    private const int LongestCourse = 10;

    // "CR not achieved after chemotherapy", "CR after the first induction", "the CR lasted less than 12 months", "ineffective after two lines"
    private bool TryResponse()
    {
        if (qualifiers.Count > 0 || !BeginsClause())
        {
            return false;
        }

        return NamesRemission(items[at]) ? TryRemission() : items[at].Kind == ItemKind.Unknown && TryFailure();
    }

    private bool NamesRemission(Item item) =>
        item.End - item.Start == 2 ? item.Kind == ItemKind.Unknown && text[item.Start] == 'C' && text[item.Start + 1] == 'R' : item.Phrase is { Cue: Cue.Qualifier } && QualifierOf(item) is { Kind: QualifierKind.Status, Value: CompleteRemission };

    // What stands before is no part of the same phrase: "leukemia in CR after induction" says the state of the leukemia.
    private bool BeginsClause() =>
        at == 0 || nodes.Count == 0 || link is not Link.Adjacent || items[at - 1].IsSign(',');

    private bool TryRemission()
    {
        var first = items[at];
        var index = at + (IsAbbreviationAt(at + 1) ? 4 : 1);
        if (index < end && items[index].Of(text).ToLowerInvariant() is "lasted" or "lasts" or "lasting" or "duration")
        {
            return TryRemissionLength(first, SkipFillers(index + 1));
        }

        var denied = index < end && items[index].Kind == ItemKind.Cue && items[index].Is(Cue.Not);
        index += denied || (index < end && items[index].Of(text).ToLowerInvariant() is "was" or "is" or "has been") ? 1 : 0;
        var reached = index < end && items[index].Of(text).ToLowerInvariant() is "achieved" or "obtained" or "reached" or "attained";
        index = reached ? index + 1 : index;
        var course = CourseEnd(index);
        if ((denied && !reached) || (!reached && course == 0))
        {
            return false;
        }

        var to = Math.Max(index, course);
        var node = new Node { Span = new TextSpan(first.Start, items[to - 1].End), Type = LeafType.Condition, Concept = new Concept(CompleteRemission), When = new TimeWindow(TimeRelation.Ever) };
        if (course > 0)
        {
            node.Qualifiers.Add(CourseIn(index, course));
        }

        at = to;
        Add(denied ? Node.Of(new Predicate.Not(node.ToPredicate()) { Span = node.Span }, link) : node);
        return true;
    }

    private bool TryRemissionLength(Item first, int index)
    {
        if (index >= end || ReadLimit(index) is not { Unit: "mo" or "a" or "wk" or "d" } limit)
        {
            return false;
        }

        at = limit.After;
        Add(new Node { Span = new TextSpan(first.Start, items[at - 1].End), Type = LeafType.Measurement, Concept = new Concept("complete remission duration"), Bounds = limit.ToBounds() });
        return true;
    }

    // "Ineffective after the first or after multiple remedial treatments"
    private bool TryFailure()
    {
        if (!(items[at].Of(text) is var word && (word.Equals("ineffective", StringComparison.OrdinalIgnoreCase) || word.Equals("ineffectively", StringComparison.OrdinalIgnoreCase))) || CourseEnd(at + 1, choice: true) is not (> 0 and var to))
        {
            return false;
        }

        var node = new Node { Span = new TextSpan(items[at].Start, items[to - 1].End), Type = LeafType.Condition, Concept = new Concept("treatment failure") };
        node.Qualifiers.Add(CourseIn(at + 1, to));
        at = to;
        Add(node);
        return true;
    }

    private Qualifier CourseIn(int from, int to) => new(QualifierKind.Role, $"after {SpelledWords.Plainly(text.AsSpan(items[from].End, items[to - 1].End - items[from].End))}");

    /// <summary>The end of "after standardized chemotherapy"; 0 where no such words stand at the place.</summary>
    private int CourseEnd(int from, bool choice = false)
    {
        if (from >= end || !(items[from].Of(text).ToLowerInvariant() is "after" or "following"))
        {
            return 0;
        }

        var index = from + 1;
        while (index < end && index - from <= LongestCourse && (items[index].Kind is ItemKind.Mention or ItemKind.Unknown or ItemKind.Number or ItemKind.Dash
            || (items[index].Kind == ItemKind.Cue && (items[index].Cue is Cue.Filler or Cue.Qualifier or Cue.Treatment or Cue.Time or Cue.Prep || (choice && items[index].Cue is Cue.Or or Cue.And)))))
        {
            index++;
        }

        return index > from + 1 && index - from <= LongestCourse && (index >= end || (items[index].Kind == ItemKind.Sign && items[index].Text is "," or ";" or "." or ")") || items[index].Cue is Cue.And or Cue.Or) ? index : 0;
    }
}
