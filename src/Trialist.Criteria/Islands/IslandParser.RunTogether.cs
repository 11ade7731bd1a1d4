namespace Trialist.Criteria.Islands;

/// <content>Demands that follow each other with nothing between them: "bilirubin ≤ 1.5 mg/dL AST or ALT ≤ 2.5 x ULN".</content>
internal sealed partial class IslandParser
{
    /// <summary>True where the fact before is whole and another value begins with a capital: the break between the two was lost, and each is a sentence.</summary>
    private bool BeginsAfresh(Node node)
    {
        if (link != Link.Adjacent || nodes.Count == 0 || node.Span.Start <= nodes[^1].Span.End || !char.IsUpper(text[node.Span.Start]) || !Touches(nodes[^1].Span.End, node.Span.Start))
        {
            return false;
        }

        var before = nodes[^1];
        return node is { IsLeaf: true, Type: LeafType.Measurement }
            ? IsWholeValue(before) || before is { IsLeaf: true, Type: LeafType.Contraception or LeafType.LifeExpectancy }
            : before is { IsLeaf: true, Type: LeafType.Contraception } && node is { IsLeaf: true, IsGroup: false, Type: LeafType.Condition or LeafType.Biomarker };
    }

    private static bool IsWholeValue(Node node) =>
        node.IsLeaf ? node is { Bounds: not null, Type: LeafType.Measurement or LeafType.Score }
        : node.Whole is not Predicate.Unread && Leaves.Of(node.Whole!) is { Count: > 0 } leaves && leaves.TrueForAll(leaf => leaf is { Bounds: not null, Type: LeafType.Measurement });
}
