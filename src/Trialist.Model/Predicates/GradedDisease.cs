using Trialist.Model.Concepts;
using Trialist.Model.Time;

namespace Trialist.Model.Predicates;

/// <summary>A disease with bounds in the classes of a score that records hold apart: "heart failure, NYHA class III or IV".</summary>
public static class GradedDisease
{
    /// <summary>The score that bounds the disease, as a leaf of its own; null where a leaf has no such scale.</summary>
    /// <param name="leaf">Any leaf.</param>
    public static Predicate.Leaf? ScoreOf(Predicate.Leaf leaf)
    {
        if (leaf.Bounds is not { } bounds)
        {
            return null;
        }

        foreach (var qualifier in leaf.Qualifiers)
        {
            if (qualifier.Kind == QualifierKind.Scale)
            {
                // How long a disease lasts, and what is planned, is not said of the score.
                var when = leaf.When is { Relation: TimeRelation.During or TimeRelation.After } ? null : leaf.When;
                return new Predicate.Leaf(LeafType.Score, new Concept(qualifier.Value)) { Span = leaf.Span, Bounds = bounds, When = when, Qualifiers = leaf.Qualifiers.Where(one => one.Kind == QualifierKind.Subject).ToValueList() };
            }
        }

        return null;
    }

    /// <summary>The predicate with every such leaf taken apart: the disease, and the score that bounds it.</summary>
    /// <param name="predicate">Any predicate.</param>
    public static Predicate Apart(Predicate predicate) => predicate is Predicate.Leaf leaf ? OfLeaf(leaf) : predicate.WithParts(Apart);

    private static Predicate OfLeaf(Predicate.Leaf leaf)
    {
        if (leaf.Except is { } except && Apart(except) is var apart && !ReferenceEquals(apart, except))
        {
            leaf = leaf with { Except = apart };
        }

        if (ScoreOf(leaf) is not { } score)
        {
            return leaf;
        }

        var disease = leaf with { Bounds = null, Qualifiers = leaf.Qualifiers.Where(one => one.Kind != QualifierKind.Scale).ToValueList() };
        return new Predicate.All([disease, score]) { Span = leaf.Span };
    }
}
