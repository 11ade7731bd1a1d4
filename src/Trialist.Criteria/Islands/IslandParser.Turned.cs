using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Exclusions that are worded as demands: "no prior radiotherapy" among what shuts out.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList SurelyTurned = new("no known", "no patient", "no subject", "no prior", "no evidence", "no history", "no concurrent", "no current", "no use of", "be included", "no active", "not pregnant");

    // What would have to be denied twice to be meant as it stands is read as what shuts out; where it may be meant so, in part.
    private void TurnDeniedExclusions()
    {
        if (!exclusion || nodes.Count == 0 || items[0].Cue is not Cue.Not && !(items.Count > 1 && items[1].Cue is Cue.Not && items[0].Kind is ItemKind.Number or ItemKind.Dash) || !nodes.TrueForAll(node => node.Whole is Predicate.Not))
        {
            return;
        }

        var not = items[0].Cue is Cue.Not ? items[0] : items[1];
        if (text.AsSpan(not.Start, not.Span.Length) is var word && !word.StartsWith("no ", StringComparison.OrdinalIgnoreCase) && !word.Equals("no", StringComparison.OrdinalIgnoreCase) && !word.StartsWith("without", StringComparison.OrdinalIgnoreCase) && !word.Equals("not", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        foreach (var node in nodes)
        {
            var denied = ((Predicate.Not)node.Whole!).Item;
            var leaves = Leaves.OfWords(denied);
            if (leaves.Count == 0 || leaves.Exists(leaf => leaf.Qualifiers.Any(one => one.Value is "measurable")) || !leaves.TrueForAll(leaf => leaf.Type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Allergy or LeafType.Pregnancy or LeafType.Lactation or LeafType.Behaviour))
            {
                continue;
            }

            var lasts = leaves.Exists(leaf => leaf.When is { Relation: not (TimeRelation.Within or TimeRelation.Ever or TimeRelation.Current) });
            var surely = !lasts && (SurelyTurned.OccursIn(text.AsSpan(items[0].Start, textEnd - items[0].Start)) || leaves.TrueForAll(leaf => leaf.Type is LeafType.Allergy or LeafType.Pregnancy or LeafType.Lactation || leaf is { When.Relation: TimeRelation.Within or TimeRelation.Ever or TimeRelation.Current } or { Except: not null, When: null } || leaf.Bounds is not null || leaf.Qualifiers.Any(one => one.Kind is QualifierKind.Severity or QualifierKind.Grade or QualifierKind.Status)));
            if (surely && !not.Of(text).Equals("not", StringComparison.OrdinalIgnoreCase) || leaves.TrueForAll(leaf => leaf.Type is LeafType.Pregnancy or LeafType.Lactation))
            {
                node.Whole = denied;
            }
            else if (leaves.TrueForAll(leaf => leaf.Type is not LeafType.Behaviour) && !not.Of(text).Equals("not", StringComparison.OrdinalIgnoreCase))
            {
                unread.Add(new UnreadWords(not.Span, "It is not clear whether having this or not having it shuts out."));
                Doubt(node, not, "It is not clear whether having this or not having it shuts out.");
            }
        }
    }
}
