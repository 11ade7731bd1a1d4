namespace Trialist.Criteria.Islands;

/// <content>How far back a time in brackets reaches: "alcohol or drug abuse (within 3 years)".</content>
internal sealed partial class IslandParser
{
    // One noun has one time; of two facts without a comma between them the bracket may be said of both.
    private void ReachBeforeBracket(Node last, TimeWindow window, TextSpan span, bool lastOnly)
    {
        if (!lastOnly || (window.Min is null && window.Max is null) || nodes.Count < 2 || last.Link is not (Link.Or or Link.And) || last.AfterComma || last.AfterVerb || last.Span.Start > span.Start || text.LastIndexOf('(', span.Start, span.Start - last.Span.Start) < 0
            || nodes[^2] is not { IsLeaf: true, HasOwnTime: false, Bounds: null, When: null or { Relation: TimeRelation.Ever, Anchor: null } } before || KindOf(before.Type) != KindOf(last.Type) || KindOf(last.Type) is 0 or 3)
        {
            return;
        }

        if (last.SharesNoun || before.Concept == last.Concept || (Misuses.Contains(LastWordOf(before)) && Misuses.Contains(LastWordOf(last))))
        {
            before.When = window;
            return;
        }

        Doubt(before, span, UnclearWindow);
    }

    private static string LastWordOf(Node node) => node.Concept.Name[(node.Concept.Name.LastIndexOf(' ') + 1)..];
}
