namespace Trialist.Criteria.Islands;

/// <content>Lines of treatment told by their number: "after standard first-line therapy", "must have received second-line treatment".</content>
internal sealed partial class IslandParser
{
    private const string Progression = "disease progression";

    // "relapsed disease after standard first-line therapy": the disease, and that so many lines were given.
    private bool TryAfterLines(Node last)
    {
        if (!(items[at].Of(text).ToLowerInvariant() is "after" or "following") || last.Type != LeafType.Condition || at + 1 >= end || TreatmentLines.Match(text, items[at + 1].Start, textEnd) is not { Line: > 0 } found)
        {
            return false;
        }

        var from = items[at + 1].Start;
        at = IndexAt(found.End);
        link = Link.With;
        Add(LinesGiven(new TextSpan(from, found.End), found.Line));
        return true;
    }

    // "received first-line treatment", "progression after second-line therapy": whoever had that line had so many.
    private void CountLines(Node node, List<Item> choice)
    {
        if (node is not { Type: LeafType.Treatment, Bounds: null, IsLeaf: true } || !node.Qualifiers.Exists(one => one.Kind == QualifierKind.Role && one.Value.EndsWith(" line", StringComparison.Ordinal)))
        {
            return;
        }

        var state = choice.Find(item => QualifierOf(item).Kind == QualifierKind.Status);
        if (state is null ? node.When is not { Relation: TimeRelation.Ever, Anchor: null } : !QualifierOf(state).Value.StartsWith("progress", StringComparison.Ordinal))
        {
            return;
        }

        var from = state?.End ?? node.Span.Start;
        if (TreatmentLines.Match(text, from, node.Span.End) is not { Line: > 0 } found || found.End != node.Span.End)
        {
            return;
        }

        if (state is not null)
        {
            Add(new Node { Span = state.Span, Type = LeafType.Condition, Concept = lexicon.ByName(Progression)?.Concept ?? new Concept(Progression), Entry = lexicon.ByName(Progression) });
            link = Link.With;
        }

        var lines = LinesGiven(new TextSpan(state is null ? from : IndexStart(from), node.Span.End), found.Line);
        (node.Type, node.Concept, node.Entry, node.Wording, node.Bounds, node.Span, node.When) = (lines.Type, lines.Concept, null, null, lines.Bounds, lines.Span, null);
        node.Qualifiers.Clear();
    }

    // Where the word begins that stands behind a character.
    private int IndexStart(int character)
    {
        while (character < textEnd && char.IsWhiteSpace(text[character]))
        {
            character++;
        }

        return character;
    }

    private Node LinesGiven(TextSpan words, int least) =>
        new() { Span = words, Type = LeafType.Lines, Concept = new Concept(Spelled(words)), Bounds = new Bounds(new Bound(least, true), null, null) };
}
