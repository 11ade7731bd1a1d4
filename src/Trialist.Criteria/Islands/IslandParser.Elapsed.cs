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
        "washout", "wash", "out", "-", "period", "for",
    };

    /// <summary>Who had the treatment later may not take part, and who never had it may: "no chemotherapy within 4 weeks".</summary>
    private bool TryElapsed()
    {
        if (exclusion || depth > 0 || (nodes.Count > 0 && !IsLabelOfCare()) || qualifiers.Count > 0 || (pendingHead != Cue.None && nodes.Count == 0) || items[at].Kind is not (ItemKind.Cue or ItemKind.Comparator or ItemKind.Number))
        {
            return false;
        }

        var (op, after) = items[at].Kind == ItemKind.Number ? (">=", at) : (Operator(at, out var behind), behind);
        if (op is null || op[0] != '>' || ReadDuration(after) is not { } length || (after == at && !(length.After < end && items[length.After].Of(text).StartsWith("wash", StringComparison.OrdinalIgnoreCase))))
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

        var to = ScopeEnd(stopAtComma: false);
        while (to > from && items[to - 1].Kind == ItemKind.Sign && items[to - 1].Text is "." or ";" or ",")
        {
            to--;
        }

        var recovered = RecoveredAt(from, to);
        var last = recovered > 0 ? recovered : to;
        var open = LongerFor(from, ref last);
        if (PastCare(from, open > 0 ? open : last) is not { } care || (open > 0 ? OthersLonger(open, last) : []) is not { } others)
        {
            return false;
        }

        TakeLabelOfCare();
        foreach (var node in care)
        {
            GiveTime(node, new TimeWindow(TimeRelation.Within, null, length.Length with { Inclusive = op.Length == 1 }, [], null));
        }

        var span = new TextSpan(items[at].Start, items[(open > 0 ? open : last) - 1].End);
        passed.Add(new TextSpan(items[at].Start, items[from - 1].End));
        var names = SpelledWords.Plainly(text.AsSpan(items[from].Start, items[(open > 0 ? open : last) - 1].End - items[from].Start));
        at = to;
        Add(Node.Of(new Predicate.Not(TreeBuilder.Build(care, exclusion: true)!) { Span = span }, link));
        foreach (var other in others)
        {
            link = Link.And;
            Add(Node.Of(other, Link.And));
        }

        if (recovered > 0 && lexicon.ByName(ToxicityOfTreatment) is { } known)
        {
            // "… and recovered": nothing of it is left.
            var words = new TextSpan(items[recovered].Start, items[to - 1].End);
            var harm = new Predicate.Leaf(LeafType.Condition, known.Concept) { Span = words, Qualifiers = [new Qualifier(QualifierKind.Status, "unrecovered"), new Qualifier(QualifierKind.Role, $"from {names}")] };
            link = Link.And;
            Add(Node.Of(new Predicate.Not(harm) { Span = words }, Link.And));
        }

        return true;
    }

    // The nodes of the treatments named there; null, and nothing kept, where the words say anything else.
    private List<Node>? PastCare(int from, int to)
    {
        var (earlier, judged) = (NotesSoFar, sawJudgement);
        var inner = to > from ? Inner(from, to, list: true) : null;
        if (inner is not null && unread.Count == earlier.Unread && inner.Nodes.Count > 0 && inner.Nodes.TrueForAll(IsPastCare))
        {
            return inner.Nodes;
        }

        ForgetSince(earlier);
        sawJudgement = judged;
        return null;
    }

    // Where "and recovered" stands at the end; 0 where it does not.
    private int RecoveredAt(int from, int to) =>
        to - 2 > from && items[to - 1].Of(text).Equals("recovered", StringComparison.OrdinalIgnoreCase) && items[to - 2].Cue == Cue.And ? to - 2 : 0;

    // "chemotherapy (6 weeks for nitrosoureas)": where such a bracket opens at the end; 0 where none does. The end goes back over what closes it.
    private int LongerFor(int from, ref int last)
    {
        if (!items[last - 1].IsSign(')'))
        {
            return 0;
        }

        var open = last - 1;
        while (open > from && !items[open].IsSign('('))
        {
            open--;
        }

        return open > from && items[open + 1].Kind is ItemKind.Number or ItemKind.Comparator ? open : 0;
    }

    private List<Predicate>? OthersLonger(int open, int close)
    {
        var start = Operator(open + 1, out var after) is { } op && op[0] == '>' ? after : open + 1;
        if (ReadDuration(start) is not { } length || length.After >= close - 1 || items[length.After].Of(text).ToLowerInvariant() is not ("for" or "since" or "from" or "if" or "after"))
        {
            return null;
        }

        if (PastCare(length.After + 1, close - 1) is not { } care)
        {
            return null;
        }

        care.ForEach(node => GiveTime(node, new TimeWindow(TimeRelation.Within, null, length.Length with { Inclusive = false }, [], null)));
        passed.Add(new TextSpan(items[open].Start, items[length.After].End));
        var span = new TextSpan(items[open + 1].Start, items[close - 2].End);
        return [new Predicate.Not(TreeBuilder.Build(care, exclusion: true)!) { Span = span }];
    }

    // "Radiotherapy: at least 4 weeks since prior radiotherapy"
    private bool IsLabelOfCare() => nodes is [{ IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure, Bounds: null, When: null, Except: null }] && at > 0 && items[at - 1].IsSign(':');

    private void TakeLabelOfCare()
    {
        if (nodes.Count > 0)
        {
            passed.Add(nodes[0].Span);
            nodes.Clear();
            pendingHead = Cue.None;
            link = Link.Strong;
        }
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

            since |= word.ToLowerInvariant() is "since" or "from" or "after" or "post" or "washout" or "wash";
        }

        return true;
    }

    // "chemotherapy (including topotecan)": of the class and of each of its members.
    private static void GiveTime(Node node, TimeWindow when)
    {
        if (node.IsLeaf)
        {
            node.When = when;
        }
        else
        {
            node.Whole = WithWindow(node.Whole!, when);
        }
    }

    private static bool IsPastCare(Node node) =>
        node is { Whole: Predicate.Any listed, Link: Link.Or or Link.And or Link.Comma or Link.Strong } ? Leaves.Of(listed).All(leaf => leaf is { Type: LeafType.Treatment or LeafType.Procedure, Bounds: null, Except: null, When: null or { Relation: TimeRelation.Ever, Anchor: null } }) && listed.Items.All(item => item is Predicate.Leaf)
        : node is { IsLeaf: true, Type: LeafType.Treatment or LeafType.Procedure, Bounds: null, Except: null, Link: Link.Or or Link.And or Link.Comma or Link.Strong, When: null or { Relation: TimeRelation.Ever, Anchor: null } };
}
