using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>How long ago a treatment must be: "at least 4 weeks since prior chemotherapy".</content>
internal sealed partial class IslandParser
{
    /// <summary>Words between the length and the treatment are no more than these many.</summary>
    private const int LongestSince = 10;

    private static readonly HashSet<string> SinceWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "since", "from", "after", "post", "completion", "of", "the", "last", "most", "recent", "any", "end", "cessation", "dose", "prior", "previous", "have", "has", "must", "elapsed", "passed", "later",
    };

    /// <summary>Who had the treatment later may not take part, and who never had it may: "no chemotherapy within 4 weeks".</summary>
    private bool TryElapsed()
    {
        if (exclusion || depth > 0 || nodes.Count > 0 || qualifiers.Count > 0 || pendingHead != Cue.None || Operator(at, out var after) is not { } op || op[0] != '>' || ReadDuration(after) is not { } length)
        {
            return false;
        }

        var from = length.After;
        var since = false;
        while (from < end && from - length.After < LongestSince && IsSinceWord(items[from], ref since))
        {
            from++;
        }

        if (!since || from >= end)
        {
            return false;
        }

        var to = end;
        while (to > from && items[to - 1].Kind == ItemKind.Sign && items[to - 1].Text is "." or ";" or ",")
        {
            to--;
        }

        var (unreadBefore, passedBefore, guessedBefore, judged) = (unread.Count, passed.Count, guessed.Count, sawJudgement);
        var inner = Inner(from, to, list: true);
        if (unread.Count > unreadBefore || inner.Nodes.Count == 0 || !inner.Nodes.TrueForAll(IsPastCare))
        {
            unread.RemoveRange(unreadBefore, unread.Count - unreadBefore);
            passed.RemoveRange(passedBefore, passed.Count - passedBefore);
            guessed.RemoveRange(guessedBefore, guessed.Count - guessedBefore);
            sawJudgement = judged;
            return false;
        }

        inner.Nodes.ForEach(node => node.When = new TimeWindow(TimeRelation.Within, null, length.Length with { Inclusive = op.Length == 1 }, [], null));
        var span = new TextSpan(items[at].Start, items[to - 1].End);
        passed.Add(new TextSpan(items[at].Start, items[from - 1].End));
        at = to;
        Add(Node.Of(new Predicate.Not(TreeBuilder.Build(inner.Nodes, exclusion: true)!) { Span = span }, link));
        return true;
    }

    private bool IsSinceWord(Item item, ref bool since)
    {
        if (item.Kind == ItemKind.Mention)
        {
            return false;
        }

        foreach (var word in item.Of(text).Split(' '))
        {
            if (!SinceWords.Contains(word))
            {
                return false;
            }

            since |= word.ToLowerInvariant() is "since" or "from" or "after" or "post";
        }

        return true;
    }

    private static bool IsPastCare(Node node) =>
        node is { IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure, Bounds: null, Except: null, Link: Link.Or or Link.And or Link.Comma or Link.Strong, When: null or { Relation: TimeRelation.Ever, Anchor: null } };
}
