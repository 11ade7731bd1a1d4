using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Words that say when, and words that fix the kind of what follows.</content>
internal sealed partial class IslandParser
{
    private void SetWhen(Item item)
    {
        if (item.Cue == Cue.Ever && item.Text is "history" && link == Link.Adjacent && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, When: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure } before && before.Span.End + 1 == item.Start)
        {
            // "epilepsy history"
            before.When = new TimeWindow(TimeRelation.Ever);
            before.Span = before.Span.Union(item.Span);
            for (var i = nodes.Count - 1; i > 0 && nodes[i].SharesNoun && nodes[i - 1] is { IsLeaf: true, When: null } shared; i--)
            {
                // "organ or bone marrow transplantation history"
                shared.When = before.When;
            }

            at++;
            return;
        }

        if (TrailsList(item))
        {
            return;
        }

        if (item.Cue == Cue.Ever && pendingWhen is { Max: not null } && at > 0 && items[at - 1].IsSign(')') && pendingWhenSpan.End <= items[at - 1].End && pendingWhenSpan.End + 1 >= items[at - 1].Start)
        {
            // "recent (within 6 months) history of": the bracket says when.
            passed.Add(item.Span);
            at++;
            return;
        }

        var earlier = TimeBefore();
        pendingWhen = new TimeWindow(item.Cue switch { Cue.Ever => TimeRelation.Ever, Cue.Planned => TimeRelation.During, _ when item.Is(Cue.Ever) => TimeRelation.Ever, _ => TimeRelation.Current });
        pendingWhenSpan = item.Span;
        passed.Add(item.Span);
        familyToo = item.Cue == Cue.Ever && item.Phrase!.As(Cue.Ever) == "family";
        if (item.Cue == Cue.Planned)
        {
            pendingWhen = pendingWhen with { Anchor = "planned" };
        }
        else if (pendingHead is Cue.Treatment or Cue.Procedure && headUsed)
        {
            pendingHead = Cue.None;
            headUsed = false;
        }

        if (item.Cue == Cue.Planned && at > 1 && SkipFillersBack(at - 1) is > 0 and var or && items[or].Cue == Cue.Or && items[or - 1].Cue is Cue.With or Cue.Treatment or Cue.Procedure)
        {
            // "require or are likely to require": two times.
            at++;
            UnreadItem(item, "It is not clear which time is meant.");
            return;
        }

        at++;
        JoinTimes(earlier, item);
    }

    // "eczema in the past or at screening" are two times; of "cancer at any time or stroke within a year" each has its own.
    private bool TryOwnPast(Item item)
    {
        if (!item.Is(Cue.Ever) || item.Of(text).ToLowerInvariant() is not ("in the past" or "at any time" or "at any time in the past" or "ever") || at + 2 >= end || items[at + 1].Cue is not (Cue.Or or Cue.And) || link != Link.Adjacent || nodes is not [.., { IsLeaf: true, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Score or LeafType.Measurement } last] || last.When is { Max: not null } or { Min: not null })
        {
            return false;
        }

        if (last.Bounds is not null || items[at + 2].Is(Cue.Time) || items[at + 2].Cue is Cue.Now || (items[at + 2].Cue == Cue.Filler && items[at + 2].Text is "at" or "currently" or "now"))
        {
            Unread(at, at + 1, "It is not clear which time is meant.");
            at++;
            return true;
        }

        (last.When, last.HasOwnTime) = (new TimeWindow(TimeRelation.Ever), true);
        last.Span = last.Span.Union(item.Span);
        at++;
        return true;
    }

    // "epilepsy and stroke in the history", "A or B received previously", "A in the past": behind a list the time is of all of it.
    private bool TrailsList(Item item)
    {
        var words = item.Of(text);
        if (TryOwnPast(item))
        {
            return true;
        }

        var taken = words.StartsWith("received", StringComparison.OrdinalIgnoreCase);
        var past = item.Is(Cue.Ever) && (words.Equals("in the past", StringComparison.OrdinalIgnoreCase) || words.Equals("at any time", StringComparison.OrdinalIgnoreCase));
        if (!(past || item.Cue == Cue.Ever) || !(taken || past || words.StartsWith("in ", StringComparison.OrdinalIgnoreCase) && words.EndsWith("history", StringComparison.OrdinalIgnoreCase)) || nodes.Count == 0 || link != Link.Adjacent || (at + 1 < end && !(items[at + 1].Kind == ItemKind.Sign && (items[at + 1].Text is ";" or "." or ")" || (past && items[at + 1].IsSign(',') && at + 2 == end)))))
        {
            return false;
        }

        if (past && items[..at].Exists(before => before.Cue == Cue.Including))
        {
            // "heart diseases such as arrhythmia in the past"
            return false;
        }

        var first = nodes.Count - 1;
        while (first > 0 && nodes[first].Link != Link.Strong)
        {
            first--;
        }

        var list = nodes[first..];
        if (!list.TrueForAll(node => node is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Allergy } && (!taken || node.Type != LeafType.Condition)))
        {
            Unread(at, at + 1, "It is not clear how far these words reach.");
            at++;
            return true;
        }

        foreach (var node in list)
        {
            node.When ??= new TimeWindow(TimeRelation.Ever);
        }

        nodes[^1].Span = nodes[^1].Span.Union(item.Span);
        at++;
        return true;
    }

    // "minimum weight 16 kg", "minimum body weight of ≥ 30 kg": the word stands before the value that it limits.
    private bool TryLimitBeforeValue(Item item)
    {
        if (item.Text is not ("minimum" or "maximum") || at + 2 >= end || items[at + 1] is not { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Measurement, Analyte: not null } entry })
        {
            return false;
        }

        var least = item.Text is "minimum";
        var number = SkipFillers(at + 2);
        if (number < end && Operator(number, out var after) is { } sign && (sign[0] == '>') == least)
        {
            number = SkipFillers(after);
        }

        if (number >= end || items[number].Kind != ItemKind.Number)
        {
            return false;
        }

        var value = ReadValue(number, out var unit, out var past, out _);
        var bound = new Bound(value, true);
        var limit = new Limit(least ? bound : null, least ? null : bound, unit, past, item.Start, items[past - 1].End, false);
        if (unit is null || !Fits(entry, limit))
        {
            return false;
        }

        at = past;
        FlushQualifiersInto(out var own);
        var node = new Node { Span = limit.Span, Type = LeafType.Measurement, Concept = entry.Concept, Entry = entry, Bounds = limit.ToBounds() };
        node.Qualifiers.AddRange(own);
        Add(node);
        return true;
    }

    private int SkipFillersBack(int index)
    {
        while (index > 0 && items[index].Cue == Cue.Filler)
        {
            index--;
        }

        return index;
    }

    private static readonly PhraseList Present = new("receiving", "taking", "current");

    private static readonly PhraseList Past = new("previous", "prior", "received", "have been", "has been", "underwent", "undergone");

    private void SetHead(Item item)
    {
        var earlier = TimeBefore();
        if (pendingHead != Cue.None && !headUsed && pendingHead != Cue.Treatment && pendingHead != Cue.Condition && pendingHead != Cue.Procedure)
        {
            UnreadItem(pendingHeadItem!, "It is not said, or was not understood, what of.");
        }

        pendingHead = item.Cue;
        pendingHeadItem = item;
        headUsed = false;
        at++;
        var words = item.Of(text);
        if (item.Cue is Cue.Treatment or Cue.Procedure or Cue.Condition)
        {
            pendingWhen = Present.OccursIn(words) || words.StartsWith("are on", StringComparison.OrdinalIgnoreCase) || words.StartsWith("is on", StringComparison.OrdinalIgnoreCase) ? new TimeWindow(TimeRelation.Current)
                : Past.OccursIn(words) ? new TimeWindow(TimeRelation.Ever)
                : pendingWhen;
            pendingWhenSpan = item.Span;
            JoinTimes(earlier, item);
        }
    }
}
