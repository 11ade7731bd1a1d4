namespace Trialist.Criteria.Islands;

/// <content>What must not be given or done: "patients in whom epinephrine is contraindicated".</content>
internal sealed partial class IslandParser
{
    // Of the one thing that stands before; in a list it is not clear what is meant.
    private void ForbidLast(Item item)
    {
        if (link != Link.Adjacent || nodes is not [{ IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure, Bounds: null, Dose: null, Except: null, When: null } only] || only.ToPredicate() is not Predicate.Leaf forbidden)
        {
            Unread(at, at + 1, "What is said of the words before is not understood.");
            at++;
            return;
        }

        at++;
        (only.Type, only.Concept, only.Entry, only.Wording) = (LeafType.Condition, new Concept($"{ContraindicationTo}{LeafName.Of(forbidden)}"), null, null);
        only.Qualifiers.Clear();
        only.Span = only.Span.Union(item.Span);
    }
}
