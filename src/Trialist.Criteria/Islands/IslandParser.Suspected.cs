namespace Trialist.Criteria.Islands;

/// <content>"known or suspected cancer": who is only suspected to have it is meant too, which is a fact of its own.</content>
internal sealed partial class IslandParser
{
    private const string Suspected = "suspected";

    private static readonly string[] Known = ["known or suspected", "known, or suspected", "known and suspected", "known/suspected", "known / suspected", "confirmed or suspected", "proven or suspected", "documented or suspected"];

    // Once all else has been said of the disease.
    private void AddSuspected()
    {
        foreach (var node in nodes)
        {
            if (node is { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Women: null } && IsSuspectedToo(node))
            {
                var known = node.ToPredicate();
                node.Whole = known is Predicate.Leaf leaf ? new Predicate.Any([leaf, leaf with { Qualifiers = [new Qualifier(QualifierKind.Status, Suspected), .. leaf.Qualifiers] }]) { Span = leaf.Span } : known;
            }
        }
    }

    private bool IsSuspectedToo(Node node)
    {
        var before = text.AsSpan(0, node.Span.Start).TrimEnd();
        if (!before.EndsWith(Suspected, StringComparison.OrdinalIgnoreCase) || node.Qualifiers.Exists(one => one.Value == Suspected))
        {
            return false;
        }

        foreach (var words in Known)
        {
            if (before.EndsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
