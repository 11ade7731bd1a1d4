using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How long something has lasted, said before it: "at least a 2-year history of asthma".</content>
internal sealed partial class IslandParser
{
    /// <summary>Words between the length and "history of", as "documented" or "clinical".</summary>
    private const int MostBeforeHistory = 4;

    private bool TryHistoryOfLength()
    {
        if (Operator(at, out var after) is not { } op || op[0] != '>')
        {
            return false;
        }

        after = after < end && items[after].Text is "a" or "an" ? after + 1 : after;
        if (after >= end || items[after].Kind != ItemKind.Number || ReadDuration(after) is not { } length)
        {
            return false;
        }

        var index = length.After;
        while (index < end && index - length.After < MostBeforeHistory && items[index].Cue == Cue.Filler)
        {
            index++;
        }

        if (index >= end || items[index].Cue != Cue.Ever || !items[index].Of(text).EndsWith("history of", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        pendingWhen = new TimeWindow(TimeRelation.During, length.Length with { Inclusive = op.Length > 1 }, null, [], null);
        pendingWhenSpan = new TextSpan(items[at].Start, items[index].End);
        passed.Add(pendingWhenSpan);
        at = index + 1;
        return true;
    }
}
