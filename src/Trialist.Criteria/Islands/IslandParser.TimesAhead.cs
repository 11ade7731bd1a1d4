using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Times in brackets that stand before their fact: "a history (within 2 years) of drug abuse".</content>
internal sealed partial class IslandParser
{
    // "a history (within the past 2 years) of drug abuse": the time is of the fact that follows.
    private bool TryBracketTimeAhead(int to)
    {
        if (nodes.Count > 0 && link == Link.Adjacent && (pendingHead == Cue.None || headUsed) && qualifiers.Count == 0 || depth > 0 && nodes.Count == 0 || to + 1 >= end)
        {
            return false;
        }

        var saved = end;
        end = to;
        var found = ReadWindow(at);
        end = saved;
        if (found is not { } window || window.After != to || window.Window is { Min: null, Max: null })
        {
            return false;
        }

        (pendingWhen, pendingWhenSpan) = (window.Window, new TextSpan(items[at].Start, items[to - 1].End));
        passed.Add(pendingWhenSpan);
        return true;
    }

    // "recent (within 3 months) infarction": how recent.
    private bool TryRecently()
    {
        if (items[at].Kind is not (ItemKind.Cue or ItemKind.Mention) || at + 3 >= end || !items[at + 1].IsSign('(') || pendingWhen is not null || !items[at].Of(text).Equals("recent", StringComparison.OrdinalIgnoreCase) || (nodes.Count > 0 && link is Link.Adjacent) || MatchingClose(at + 1) is not (> 0 and var close) || close + 1 >= end)
        {
            return false;
        }

        var (saved, first) = (end, items[at]);
        end = close;
        var found = ReadWindow(at + 2);
        end = saved;
        if (found is not { Window: { Relation: TimeRelation.Within, Max: not null } } window || window.After != close)
        {
            return false;
        }

        (pendingWhen, pendingWhenSpan) = (window.Window, new TextSpan(first.Start, items[close].End));
        passed.Add(pendingWhenSpan);
        at = close + 1;
        return true;
    }
}
