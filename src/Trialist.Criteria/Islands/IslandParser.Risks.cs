using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>What may come, and what something looks like: "at high risk of bleeding", "symptoms consistent with asthma".</content>
internal sealed partial class IslandParser
{
    // "at risk of falls": the risk is a fact of its own, and none that who had a fall is known to have.
    private bool TryRisk(Item item)
    {
        if (!item.Is(Cue.Unread) || pendingHead == Cue.Allergy || item.Of(text).ToLowerInvariant() is not { } words || !words.Contains("risk ", StringComparison.Ordinal))
        {
            return false;
        }

        var from = at + 1;
        while (from < end && items[from].Cue == Cue.Filler && items[from].Text is "a" or "an" or "the" or "having")
        {
            from++;
        }

        var to = from;
        while (to < end && IsQualifier(to))
        {
            to++;
        }

        var noun = to;
        to = PhraseEnd(noun);
        if (to == noun || Resolve(noun, to).Type is not LeafType.Condition)
        {
            return false;
        }

        var what = Spelled(new TextSpan(items[from].Start, items[to - 1].End));
        words = words.StartsWith("at ", StringComparison.Ordinal) ? words[3..] : words;
        var span = new TextSpan(item.Start, items[to - 1].End);
        var known = words.StartsWith("risk", StringComparison.Ordinal) && lexicon.Find($"{what} risk") is [{ LeafType: LeafType.Condition } entry, ..] ? entry : null;
        FlushQualifiersInto(out var own);
        at = to;
        var node = new Node { Span = span, Type = LeafType.Condition, Entry = known, Concept = known?.Concept ?? new Concept($"{words.Replace(" for", " of", StringComparison.Ordinal)} {Singulars.Of(what)}"), When = pendingWhen is { Relation: TimeRelation.Ever } ? null : pendingWhen };
        node.Qualifiers.AddRange(own);
        Add(node);
        headUsed = true;
        if (at < end && (items[at].Cue is Cue.Or or Cue.And || items[at].IsSign(',') || items[at].IsSign('/')) && nodes[^1].IsLeaf)
        {
            // "at risk of bleeding or stroke": of the second the risk or the fact.
            Doubt(nodes[^1], span, Reasons.Ambiguous);
        }

        return true;
    }

    // "≤ 1.5 x ULN for age": what is normal is told by age anyway.
    private bool TryForAge(Item item)
    {
        if (item.Text is not "for" || link != Link.Adjacent || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Bounds.Unit: Units.UpperLimitOfNormal or Units.LowerLimitOfNormal } || at + 1 >= end || !items[at + 1].Of(text).Equals("age", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        passed.Add(new TextSpan(item.Start, items[at + 1].End));
        at += 2;
        if (at + 1 < end && (items[at].Cue is Cue.And or Cue.Or || items[at].IsSign('/')) && items[at + 1].Of(text).ToLowerInvariant() is "sex" or "gender")
        {
            passed.Add(items[at + 1].Span);
            at += 2;
        }

        return true;
    }

    private static readonly PhraseList Resembling = new("consistent with", "compatible with", "suggestive of", "suggestive for", "indicative of");

    // "symptoms consistent with asthma" are no asthma yet; "a history consistent with allergy" only suggests it.
    private bool TryResembles(Item item)
    {
        if (!item.Is(Cue.Unread) || !Resembling.OccursIn(item.Of(text)))
        {
            return false;
        }

        if (nodes.Count > 0 && link == Link.Adjacent)
        {
            var last = nodes[^1];
            if (!TryNarrow())
            {
                return false;
            }

            if (last is { IsLeaf: true, Link: Link.Or or Link.And or Link.Comma } && nodes.Count > 1 && nodes[^2].IsLeaf && nodes[^2].Type != last.Type)
            {
                // "signs or a scan suggestive of sinusitis"
                Doubt(nodes[^2], item, Reasons.Ambiguous);
            }

            return true;
        }

        if (pendingWhen is { Relation: TimeRelation.Ever, Anchor: null } && at > 0 && pendingWhenSpan.End == items[at - 1].End && items[at - 1].Of(text).EndsWith("history", StringComparison.OrdinalIgnoreCase))
        {
            qualifiers.Add(QualifierItem("status:suggested", item.Span));
            at++;
            return true;
        }

        return false;
    }
}
