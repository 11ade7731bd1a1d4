using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Facts of other persons than the patient.</content>
internal sealed partial class IslandParser
{
    /// <summary>True behind "personal or family history of": each disease is the person's at any time, or the family's.</summary>
    private bool familyToo;

    private void AddOfFamily(Node node)
    {
        if (!familyToo || node is not { IsLeaf: true, Type: LeafType.Condition, Bounds: null } || node.When is not { Relation: TimeRelation.Ever } || !ReferenceEquals(nodes[^1], node))
        {
            return;
        }

        var family = node.Copy();
        family.When = null;
        family.Qualifiers.Add(new Qualifier(QualifierKind.Subject, "family"));
        family.Qualifiers.AddRange(node.Qualifiers);
        family.Link = Link.Or;
        nodes.Add(family);
    }

    // "For women of childbearing potential, a negative pregnancy test": whom it is asked of, which the words about them say anyway.
    private bool TryForWomen(Item item)
    {
        if (item.Text is not "for" || depth > 0 || nodes.Count > 0 || at + 1 >= end || !(at == 0 || items[at - 1].Kind is ItemKind.Sign or ItemKind.Dash))
        {
            return false;
        }

        var whom = SkipFillers(at + 1);
        if (whom >= end || !IsSex(whom) || items[whom..].Exists(one => one.Phrase?.As(Cue.Matter) is "condition:childbearing potential")
            || !items[whom..].Exists(one => one.Phrase?.As(Cue.Matter) is { } matter && (matter.StartsWith("pregnancy:", StringComparison.Ordinal) || matter.StartsWith("lactation:", StringComparison.Ordinal))))
        {
            return false;
        }

        at++;
        return true;
    }

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
            Doubt(nodes[0], nodes[0].Span, Reasons.OtherPerson);
        }
    }

    private static bool OfOther(Qualifier one) => one is { Kind: QualifierKind.Subject, Value: not ("family" or "fetus" or "donor") };
}
