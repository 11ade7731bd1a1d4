namespace Trialist.Criteria.Islands;

/// <content>Facts that are named twice in one breath.</content>
internal sealed partial class IslandParser
{
    private static readonly Vocabulary.PhraseList Assessing = new("evaluation", "assess");

    /// <summary>True when the fact says no more than the one before it, which takes its words.</summary>
    private bool SaysAgainBehind(Node node)
    {
        if (nodes.Count == 0 || nodes[^1] is not { IsLeaf: true } last || !node.IsLeaf || node.Span.Start < last.Span.End)
        {
            return false;
        }

        var between = text.AsSpan(last.Span.End, node.Span.Start - last.Span.End);
        if (node is { Type: LeafType.Condition, Qualifiers.Count: 0, Bounds: null } && link is Link.Adjacent or Link.With && last.Type == LeafType.Condition && text.AsSpan(0, node.Span.Start).TrimEnd().EndsWith(")") && node.Span.Of(text).TrimEnd('s').Equals("infection", StringComparison.OrdinalIgnoreCase) && NamesGerm(last))
        {
            // "Epstein-Barr virus (EBV) infection"
            last.Span = last.Span.Union(node.Span);
            return true;
        }

        if (node.Type is LeafType.Pregnancy or LeafType.Lactation && nodes.Count == 1 && last.Type == node.Type && last.Concept == node.Concept && last.Qualifiers.Count == 0 && between.Contains(':'))
        {
            // "Pregnancy: women who are pregnant or nursing"
            last.Span = last.Span.Union(node.Span);
            link = Link.Adjacent;
            return true;
        }

        if (node is { IsBare: true, Type: LeafType.Score, Qualifiers.Count: 0 } && link == Link.Strong && last is { Bounds: not null, When: null } && last.Concept == node.Concept && Assessing.OccursIn(between))
        {
            // "ECOG 0 or 1. Evaluation of ECOG is to be performed within 7 days": when the first is asked.
            last.Span = last.Span.Union(node.Span);
            link = Link.Adjacent;
            return true;
        }

        return false;
    }

    private static bool NamesGerm(Node node) => node.Concept.Name is var name && (name.Contains("virus", StringComparison.OrdinalIgnoreCase) || name.Contains("hepatitis", StringComparison.OrdinalIgnoreCase) || name.Contains("hiv", StringComparison.OrdinalIgnoreCase) || name.Contains("infection", StringComparison.OrdinalIgnoreCase) || name.Contains("tubercul", StringComparison.OrdinalIgnoreCase));
}
