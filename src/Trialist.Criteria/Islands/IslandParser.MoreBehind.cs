using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>"3.5 kU/L specific IgE or higher", "5 glasses of wine or more": the side stands behind the name.</content>
internal sealed partial class IslandParser
{
    /// <summary>So many words may stand between a number and its "or more".</summary>
    private const int FarthestSide = 8;

    private bool TryMoreBehind()
    {
        ReadValue(at, out var unit, out var after, out var predicted);
        if (items[at].Value < 0 || IsTime(unit) || after >= end || (at > 0 && items[at - 1].Kind is ItemKind.Number or ItemKind.Comparator or ItemKind.Dash) || (unit is null && !MayCount()))
        {
            return false;
        }

        var stop = after;
        while (stop < end && stop - after < FarthestSide && (items[stop].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Number or ItemKind.Dash || items[stop].Cue is Cue.Qualifier or Cue.Matter || CountsWhat(items[stop])))
        {
            stop++;
        }

        if (stop == after || stop >= end || items[stop].Kind != ItemKind.Cue || items[stop].Phrase!.Words is not ["or", ..] || items[stop].Phrase!.As(Cue.CompareAfter) is not { } side || FurtherLimit(stop, out _) is not null || SkipFillers(stop + 1) is var next && next < end && items[next].Kind == ItemKind.Number)
        {
            return false;
        }

        var bound = new Bound(items[at].Value, true);
        var limit = new Limit(side[0] == '>' ? bound : null, side[0] == '<' ? bound : null, unit, after, items[at].Start, EndOf(after), predicted);
        var (from, saved) = (at, end);
        (at, end) = (after, stop);
        var isBound = TryBindAfter(limit) || TryValueBehind(limit, stop) || TryNameAhead(limit);
        end = saved;
        if (!isBound || at != stop)
        {
            at = isBound ? at : from;
            return isBound;
        }

        nodes[^1].Span = nodes[^1].Span.Union(items[stop].Span);
        at = stop + 1;
        return true;
    }

    // "3.5 kU/L Bet v 1 specific IgE": the last term is the value, what stands before narrows it.
    private bool TryValueBehind(Limit limit, int stop)
    {
        if (items[stop - 1] is not { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Measurement } value } || !Fits(value, limit))
        {
            return false;
        }

        at = stop;
        Add(new Node { Span = new TextSpan(limit.Start, items[stop - 1].End), Type = LeafType.Measurement, Concept = new Concept(NameOf(limit.After, stop)), Bounds = limit.ToBounds() });
        return true;
    }
}
