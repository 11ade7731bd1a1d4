namespace Trialist.Criteria.Islands;

/// <content>Facts of other persons than the patient.</content>
internal sealed partial class IslandParser
{
    private const string OfAnother = "This is about another person.";

    // "a mother with asthma or eczema": whose the second is, is not said.
    private void DoubtOthers()
    {
        if (!items.Exists(item => item is { Kind: ItemKind.Mention, Phrase.Qualifier: { } named } && OfOther(named)))
        {
            return;
        }

        if (nodes.Count == 0 || Leaves.FirstOf(nodes[0].ToPredicate()) is not { Type: LeafType.Condition or LeafType.Treatment } first || !first.Qualifiers.Any(OfOther))
        {
            return;
        }

        if (nodes.Count > 1 || Leaves.Of(nodes[0].ToPredicate()).Count > 1)
        {
            Doubt(nodes[0], nodes[0].Span, OfAnother);
        }
    }

    private static bool OfOther(Qualifier one) => one is { Kind: QualifierKind.Subject, Value: not ("family" or "fetus" or "donor") };
}
