namespace Trialist.Criteria.Islands;

/// <content>Items of a list of washouts: "long-acting beta-agonists: 24 hours", "4 weeks for monoclonal antibodies".</content>
internal sealed partial class IslandParser
{
    /// <summary>True for an item of a list that says how long before the study each treatment must have ended.</summary>
    private bool washout;

    // All of the words are treatments and one length; whoever had one of them later may not take part.
    private bool TryWashout()
    {
        if (!washout || depth > 0 || nodes.Count > 0 || qualifiers.Count > 0)
        {
            return false;
        }

        var to = end;
        while (to > at && items[to - 1].Kind == ItemKind.Sign && items[to - 1].Text is "." or ";" or "," or ")")
        {
            to--;
        }

        var number = at;
        while (number < to && !(items[number].Kind == ItemKind.Number && ReadDuration(number) is not null))
        {
            number++;
        }

        if (number >= to || ReadDurations(number) is not { } lengths)
        {
            return false;
        }

        var start = number;
        while (start > at && (items[start - 1].Kind is ItemKind.Comparator or ItemKind.Dash || items[start - 1] is { Kind: ItemKind.Sign, Text: ":" or "(" or "," } || (items[start - 1].Kind == ItemKind.Cue && (items[start - 1].Is(Vocabulary.Cue.Compare) || items[start - 1].Phrase!.As(Vocabulary.Cue.Time) is "within" or "for"))))
        {
            if (Operator(start - 1, out _) is { } op && op[0] == '<' && !items[start - 1].Of(text).Contains("within", StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            start--;
        }

        var (from, stop) = start == at && lengths.After < to && items[lengths.After].Of(text).ToLowerInvariant() is "for" or "of" or "since" or "from" or "after" ? (lengths.After + 1, to) : lengths.After >= to ? (at, start) : (0, 0);
        if (stop <= from || PastCare(from, stop) is not { } care)
        {
            return false;
        }

        foreach (var node in care)
        {
            GiveTime(node, new TimeWindow(TimeRelation.Within, null, lengths.Longest with { Inclusive = exclusion }, lengths.Others, null));
        }

        var span = new TextSpan(items[at].Start, items[to - 1].End);
        passed.Add(span);
        at = end;
        var any = TreeBuilder.Build(care, exclusion: true)!;
        Add(Node.Of(exclusion ? any : new Predicate.Not(any) { Span = span }, link));
        return true;
    }
}
