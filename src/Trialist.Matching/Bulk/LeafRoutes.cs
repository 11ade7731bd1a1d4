using Trialist.Matching.Leaves;
using Trialist.Matching.Windows;

namespace Trialist.Matching.Bulk;

/// <summary>Chooses the route of an atom; it follows <see cref="LeafRules"/>.</summary>
internal static class LeafRoutes
{
    public static LeafRoute Of(Predicate.Leaf leaf) => leaf.Type switch
    {
        LeafType.Age => leaf.Except is null ? LeafRoute.Age : LeafRoute.Person,
        LeafType.HealthyVolunteer when leaf.Concept == VolunteerRule.NoVolunteers => leaf.Except is null ? LeafRoute.Volunteer : LeafRoute.Person,
        LeafType.Sex => LeafRoute.Silence,
        LeafType.Measurement or LeafType.Score or LeafType.LifeExpectancy or LeafType.Lines or LeafType.Count or LeafType.Biomarker when leaf.Bounds is not null =>
            leaf.Except is null && (leaf.When is { Relation: TimeRelation.After or TimeRelation.During } || !Anchors.IsTheMatch(leaf.When?.Anchor)) ? LeafRoute.Silence
            : ValueGroup.KeyOf(leaf) is not null && !SexRule.IsOfWomen(leaf) ? LeafRoute.Value
            : LeafRoute.Reference,
        LeafType.Measurement or LeafType.Biomarker when LeafRules.AsksAgainstNormal(leaf) => WordedLeaf.Takes(leaf) ? LeafRoute.Worded : LeafRoute.Reference,
        _ => OfOccurrence(leaf),
    };

    /// <summary>By which way facts testify about it.</summary>
    public static LeafRoute OfOccurrence(Predicate.Leaf leaf) => leaf.Except is not null || leaf.Bounds is not null ? LeafRoute.Detailed
        : leaf.When is null or { Relation: TimeRelation.Ever } ? LeafRoute.Plain
        : LeafRoute.Timed;
}
