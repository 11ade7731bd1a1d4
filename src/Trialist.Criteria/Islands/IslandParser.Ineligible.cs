using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>"Patients with X are not eligible", among what is asked for: what the sentence says must be denied, all of it.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList NotAdmitting = new("not eligible", "ineligible", "excluded", "not be included", "not be enrolled", "not be eligible");

    private static readonly PhraseList MayTakePart = new("are eligible", "is eligible", "be eligible", "eligible", "included", "be enrolled");

    private static readonly string[] SayingSo = ["is ", "are ", "was ", "were ", "will ", "should ", "must ", "may "];

    private static readonly PhraseList OfTakingPart = new("elig", "clude", "enrol");

    private void DoubtIneligible()
    {
        if (exclusion || depth > 0)
        {
            return;
        }

        for (var i = 1; i < items.Count; i++)
        {
            if (items[i] is not { Kind: ItemKind.Cue, Cue: Cue.Filler or Cue.NotAfter or Cue.Unread or Cue.Not } item || item.End - item.Start <= 7 || item.Of(text) is not { } words || !OfTakingPart.OccursIn(words))
            {
                continue;
            }

            if (NotAdmitting.OccursIn(words) && (StartsWithAny(words, SayingSo) || EndsAt(i + 1)))
            {
                DoubtSentence(i, node => node.Whole is Predicate.Not or Predicate.Unread, Reasons.NotAllowed);
            }
            else if (MayTakePart.OccursIn(words) && EndsAt(i + 1) && nodes.TrueForAll(node => node is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure }))
            {
                // "Participants with brain metastases are eligible": they may take part, and so may others.
                DoubtSentence(i, node => !node.IsLeaf, Reasons.MayBeAllowed);
            }
        }
    }

    private bool EndsAt(int index) => index >= items.Count || items[index].IsSign('.') || items[index].IsSign(';') || (items[index].Cue == Cue.Filler && index + 1 >= items.Count) || (items[index].Of(text) is "for" && index + 2 >= items.Count);

    private void DoubtSentence(int index, Func<Node, bool> isSure, string reason)
    {
        var start = index;
        while (start > 0 && !(items[start - 1].IsSign(';') || (items[start - 1].IsSign('.') && IsSentenceEnd(start - 1))))
        {
            start--;
        }

        foreach (var node in nodes)
        {
            if (node.Span.Start >= items[start].Start && node.Span.Start < items[index].Start && !isSure(node))
            {
                unread.Add(new UnreadWords(items[index].Span, reason));
                Doubt(node, items[index], reason);
            }
        }
    }
}
