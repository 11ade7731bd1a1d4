using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Time windows: "within 2 weeks prior to screening", "for at least 3 months", "in the past year", "at screening".</content>
internal sealed partial class IslandParser
{
    /// <summary>So many words may name the point that a window is counted from.</summary>
    private const int AnchorLength = 9;

    private bool TryTime()
    {
        if (ReadWindow(at) is not { } found)
        {
            return false;
        }

        var span = new TextSpan(items[at].Start, EndOf(found.After));
        if (nodes.Count > 0 && FollowsAnnouncement())
        {
            // "asthma plus one of the following criteria within 12 months": the time of what follows.
            Unread(at, found.After, "This time is of a list that follows.");
            at = found.After;
            return true;
        }

        at = found.After;
        Apply(found.Window, span, lastOnly: false);
        return true;
    }

    private bool FollowsAnnouncement()
    {
        for (var i = at - 1; i >= 0 && at - i <= 2 && items[i] is { Kind: ItemKind.Cue, Cue: Cue.Filler } or { Kind: ItemKind.Unknown }; i--)
        {
            if (items[i].Kind == ItemKind.Cue && HasWord(items[i].Of(text), "following"))
            {
                return true;
            }
        }

        return false;
    }

    private bool TryBracketTime(int to)
    {
        var saved = end;
        end = to;
        var start = at;
        while (start < to && items[start].Kind == ItemKind.Cue && items[start].Cue == Cue.Filler && !items[start].Is(Cue.Time))
        {
            start++;
        }

        if (nodes[^1] is { IsLeaf: true, Type: LeafType.Age } && start < to && items[start].Phrase?.As(Cue.Matter) is "consent:informed consent" && OnlyDrugFollows(start + 1, to))
        {
            // "(at the time consent is obtained)"
            end = saved;
            Apply(new TimeWindow(TimeRelation.Current, null, null, [], "informed consent"), new TextSpan(items[start].Start, items[to - 1].End), lastOnly: true);
            return true;
        }

        var found = start < to ? ReadWindow(start) ?? ReadBareWindow(start) : null;
        end = saved;
        if (found is not { } window || !OnlyDrugFollows(window.After, to) || nodes[^1].Whole is Predicate.Unread)
        {
            return false;
        }

        // "AST and ALT ≤ 2.5 x ULN (obtained within 28 days …)": the limit is of both, and so is its time.
        Apply(window.Window, new TextSpan(items[start].Start, items[to - 1].End), lastOnly: !(nodes.Count > 1 && nodes[^1] is { IsLeaf: true, Bounds: { } limit } && nodes[^2] is { IsLeaf: true } twin && twin.Bounds == limit));
        return true;
    }

    // "(at the time consent is obtained)", "(within 72 hours of the first dose of study drugs)"
    private bool OnlyDrugFollows(int index, int to)
    {
        while (index < to && (items[index].Cue == Cue.Filler || items[index].Text is "of" || IsQualifier(index) || items[index] is { Kind: ItemKind.Mention, Match.Entry.Name: "drug" or "study drug" or "investigational drug" or "treatment" }))
        {
            index++;
        }

        return index >= to;
    }

    // "chemotherapy (< 21 days)": the window that was spoken of.
    private (TimeWindow Window, int After)? ReadBareWindow(int index)
    {
        var op = Operator(index, out var after);
        if (nodes[^1].Type is LeafType.Score or LeafType.Measurement)
        {
            // "Karnofsky (> 16 years)": whose score, not when.
            return null;
        }

        if (op is null || after >= end || ReadDuration(after) is not { } length || length.After < end)
        {
            return null;
        }

        if (op[0] == '<' && nodes[^1].Type == LeafType.Condition)
        {
            // "preterm birth (< 37 weeks)" is no time that passed.
            return null;
        }

        return op[0] == '<'
            ? (new TimeWindow(TimeRelation.Within, null, length.Length with { Inclusive = op.Length > 1 }, [], null), length.After)
            : (new TimeWindow(nodes[^1].Type == LeafType.Condition ? TimeRelation.During : TimeRelation.Before, length.Length with { Inclusive = op.Length > 1 }, null, [], null), length.After);
    }

    private void Apply(TimeWindow window, TextSpan span, bool lastOnly)
    {
        if (TryAlsoDuring(window, span) || TryFurtherPoint(window, span))
        {
            return;
        }

        if (link == Link.Or && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, When: { Max: not null } before } && window.Max is not null)
        {
            // "within 3 months or within 5 half-lives": a second time of the same fact.
            AddSecond(nodes[^1], before, window, span, inBrackets: false);
            link = Link.Adjacent;
            return;
        }

        if (nodes.Count == 0 || link == Link.Strong || (link is Link.Comma or Link.And or Link.Or && at < end && !(items[at].Kind == ItemKind.Sign && items[at].Text is "." or ";")))
        {
            if (nodes.Count == 0 && window.Anchor is { } anchor && window is { Min: not null } or { Max: not null } && !AnchorWords.IsKnown(anchor))
            {
                // "At least 6 weeks after radiotherapy or …": the fact is inside the time.
                unread.Add(new UnreadWords(span, "This time is counted from a fact of its own."));
                Add(Node.Of(new Predicate.Unread("This time is counted from a fact of its own.") { Span = span }, Link.Strong));
                return;
            }

            // A window before its fact.
            pendingWhen = window;
            pendingWhenSpan = span;
            return;
        }

        link = Link.Adjacent;
        if (nodes[^1] is { IsBare: true, Type: LeafType.LifeExpectancy } life && window is { Relation: TimeRelation.Within, Max: { } most } && span.Of(text).StartsWith("within", StringComparison.OrdinalIgnoreCase))
        {
            life.Bounds = new Bounds(null, new Bound(most.Value, most.Inclusive), most.Unit);
            life.Span = life.Span.Union(span);
            return;
        }

        if (!exclusion && nodes[^1] is { IsBare: true, Type: LeafType.LifeExpectancy } expected && window is { Relation: TimeRelation.Within, Max: { } length } && span.Of(text).StartsWith("of", StringComparison.OrdinalIgnoreCase))
        {
            // "a life expectancy of 12 weeks" as a demand: no less.
            expected.Bounds = new Bounds(new Bound(length.Value, true), null, length.Unit);
            expected.Span = expected.Span.Union(span);
            return;
        }

        if (nodes[^1].Whole is Predicate.Unread)
        {
            unread.Add(new UnreadWords(span, Reasons.TimeOfUnread));
            return;
        }

        if (window.Anchor is { } free && free != "planned" && window.Relation == TimeRelation.After && (!AnchorWords.IsKnown(free) || free is "vaccination" or "surgery" or "transplantation") && at < end && items[at].Cue is Cue.Or or Cue.And)
        {
            // "within four hours after foods with wheat or gluten": the point in time may go on.
            unread.Add(new UnreadWords(span, UnclearWindow));
            Add(Node.Of(new Predicate.Unread(UnclearWindow) { Span = span }, Link.With));
            return;
        }

        if (window is { Relation: TimeRelation.Within, Max: not null, Anchor: { } start } && !AnchorWords.IsKnown(start) && at < end && (items[at].Cue is Cue.Or or Cue.And || items[at].IsSign(',') || IsOf(items[at])))
        {
            // "within an hour of ingestion of milk, egg or fish"
            unread.Add(new UnreadWords(span, UnclearWindow));
            Add(Node.Of(new Predicate.Unread(UnclearWindow) { Span = span }, Link.With));
            return;
        }

        Spread(window, span, lastOnly);
    }

    private static Predicate WithWindow(Predicate predicate, TimeWindow window) => predicate switch
    {
        Predicate.Leaf leaf => leaf.When is { Min: not null } or { Max: not null } or { Anchor: not null } ? leaf : leaf with { When = window },
        Predicate.All all => all with { Items = Each(all.Items, window) },
        Predicate.Any any => any with { Items = Each(any.Items, window) },
        Predicate.AtLeast atLeast => atLeast with { Items = Each(atLeast.Items, window) },
        Predicate.Not not => not with { Item = WithWindow(not.Item, window) },
        Predicate.Judgement or Predicate.Unread => predicate,
    };

    private static ValueList<Predicate> Each(ValueList<Predicate> items, TimeWindow window) => items.Select(item => WithWindow(item, window)).ToValueList();

    private (TimeWindow Window, int After)? ReadWindow(int index)
    {
        var item = items[index];
        if (item.Kind == ItemKind.Cue && item.Phrase!.As(Cue.Time) is { } sense)
        {
            return sense switch
            {
                "within" when item.Text is "of" && nodes.Count == 0 && pendingWhen is null && pendingHead == Cue.None && index > 0 && items[index - 1].Is(Cue.Filler) => null,
                "within" when item.Text is "of" && nodes.Count > 0 && link == Link.Adjacent && nodes[^1].Type == LeafType.Measurement && IsTimed(nodes[^1]) => null,
                "within" => ReadWithin(index) ?? (item.Of(text).Equals("during", StringComparison.OrdinalIgnoreCase) ? ReadDuringStudy(index) : null),
                "for" => ReadFor(index),
                "next" => ReadNext(index),
                "before" or "after" or "during" or "at" or "until" => ReadAnchored(index, sense),
                "longer" => (pendingWhen ?? new TimeWindow(TimeRelation.Within), index + 1) is var skip && nodes.Count > 0 && nodes[^1].When is { } last ? (last, skip.Item2) : null,
                _ => null,
            };
        }

        if (item.Kind is ItemKind.Number or ItemKind.Comparator || (item.Kind == ItemKind.Cue && item.Is(Cue.Compare)))
        {
            // "Life expectancy less than 3 months from enrolment" limits the life expectancy.
            return nodes.Count > 0 && link == Link.Adjacent && IsTimed(nodes[^1]) ? null : ReadDistance(index);
        }

        return null;
    }

    private static bool IsTimed(Node node) =>
        node.IsBare && (node.Type is LeafType.LifeExpectancy || (node.Entry is null && node.Type == LeafType.Measurement && IsLength(node.Concept.Name)) || (node.Entry?.Analyte is { } analyte && Units.SameDimension(analyte.Unit, "d")));

    // "within the last 6 months", "in the past year", "within 5 half-lives or 28 days, whichever is longer, before …".
    private (TimeWindow, int)? ReadWithin(int index)
    {
        var op = index + 1 < end ? Operator(index + 1, out _) : null;
        var from = op is null ? index + 1 : index + 2;
        if (op is not null && op[0] != '<')
        {
            // "of ≥ 12 weeks" is a least length, not a window.
            return null;
        }

        from = SkipFillers(from);
        if (from < end && items[from].Kind == ItemKind.Cue && items[from].Is(Cue.Time) && items[from].Phrase!.As(Cue.Time) == "within")
        {
            from++;
        }

        if (ReadDurations(from) is not { } lengths || LeastOfRange(from) is not null)
        {
            // "within the last 6-18 months": at which of the two it begins is not said.
            return null;
        }

        // "within a week of procurement"
        var (relation, anchor, after) = ReadSide(lengths.After, freeOf: items[index].Text is "within");
        if (anchor is null && !lengths.Others.IsEmpty && ReadDuration(from) is { } first && ReadSide(first.After).Anchor is { } between)
        {
            // "within 3 months before screening or 5 half-lives, whichever is longer"
            anchor = between;
        }

        var strict = op is "<" || items[index].Of(text).Contains("less than", StringComparison.OrdinalIgnoreCase);
        var max = lengths.Longest with { Inclusive = !strict };
        if (anchor is null && items[index].Text is "of" && op is not null && lengths.Others.IsEmpty)
        {
            // "therapy of no more than 28 days": how long it lasted, not how long ago.
            return (new TimeWindow(TimeRelation.During, null, max, [], null), after);
        }

        return (relation == TimeRelation.After
            ? new TimeWindow(TimeRelation.After, null, max, lengths.Others, anchor)
            : new TimeWindow(TimeRelation.Within, null, max, lengths.Others, anchor), after);
    }

    // "in the next 12 months": what is planned for that time.
    private (TimeWindow, int)? ReadNext(int index) =>
        ReadDurations(index + 1) is { } lengths ? (new TimeWindow(TimeRelation.During, null, lengths.Longest, lengths.Others, "planned"), lengths.After) : null;

    // "3 days prior to screening", "less than 4 weeks before", "> 12 weeks ago".
    private (TimeWindow, int)? ReadDistance(int index)
    {
        var op = Operator(index, out var afterOp);
        var from = op is null ? index : SkipFillers(afterOp);
        if (op == "±" || ReadDurations(from) is not { } lengths || lengths.After >= end)
        {
            return null;
        }

        var next = lengths.After;
        if (items[next].Kind == ItemKind.Cue && items[next].Is(Cue.CompareAfter) && next + 1 < end)
        {
            op ??= items[next].Phrase!.As(Cue.CompareAfter);
            next++;
        }

        if (items[next].Kind != ItemKind.Cue || items[next].Phrase!.As(Cue.Time) is not ("before" or "after" or "ago") || items[next].Text is "from" or "since" && nodes.Count == 0)
        {
            return null;
        }

        var ago = items[next].Phrase!.As(Cue.Time) == "ago" && items[next].Text is "ago" or "earlier";
        var (relation, anchor, after) = ago ? (TimeRelation.Within, null, next + 1) : ReadSide(next);
        if (after == next || (anchor is null && !ago))
        {
            return null;
        }

        var far = op is not null && op[0] == '>';
        var bound = lengths.Longest with { Inclusive = op is null || op.Length > 1 };
        return (new TimeWindow(relation == TimeRelation.After ? relation : far ? TimeRelation.Before : TimeRelation.Within, far ? bound : null, far ? null : bound, lengths.Others, anchor), after);
    }

    // "at screening", "prior to enrolment", "during the study".
    private (TimeWindow Window, int After)? ReadAnchored(int index, string sense)
    {
        var (anchor, after) = ReadAnchor(index + 1, free: false);
        if (anchor is null || (items[index].Text is "from" && (HasWord(items[index + 1].Of(text), "prior") || HasWord(items[index + 1].Of(text), "previous"))) || (anchor == "first dose" && items[index].Text is "prior" or "previously" or "pre" or "following"))
        {
            return null;
        }

        if (items[index].Text is "prior" && (nodes.Count == 0 || link != Link.Adjacent) && anchor is "surgery" or "transplant" or "transplantation" or "leukapheresis" or "apheresis" or "infusion" or "lymphodepletion" or "vaccination" or "first vaccination" or "hospitalization" or "hospital admission")
        {
            // "Prior surgery or radiotherapy": what happened, not a time before it.
            return null;
        }

        if (items[index].Text is "by" && anchor is "first dose" or "surgery")
        {
            // "not curable by local therapy"
            return null;
        }

        // "during the patient's participation in this study"
        anchor = sense == "during" && anchor == "enrolment" && items[index..after].Exists(item => item.Of(text).Contains("participati", StringComparison.OrdinalIgnoreCase)) ? "study start" : anchor;
        (anchor, after) = AndFurtherPoints(anchor, after);
        var relation = sense switch { "before" => TimeRelation.Before, "after" => TimeRelation.After, "during" => TimeRelation.During, "until" => TimeRelation.Before, _ => TimeRelation.Current };
        return (new TimeWindow(relation, null, null, [], anchor), after);
    }

    private (TimeRelation Relation, string? Anchor, int After) ReadSide(int index, bool freeOf = false)
    {
        var next = index;
        if (next < end && items[next].IsSign(','))
        {
            next++;
        }

        if (next < end && next == index && items[next] is { Kind: ItemKind.Cue, Cue: Cue.Filler } && items[next].Of(text) is var whole && (whole.Equals("of the study", StringComparison.OrdinalIgnoreCase) || whole.Equals("of this study", StringComparison.OrdinalIgnoreCase)))
        {
            return (TimeRelation.Within, "study start", next + 1);
        }

        if (next >= end || items[next].Kind != ItemKind.Cue || (items[next].Phrase!.As(Cue.Time) is not ("before" or "after" or "at") && !IsOf(items[next]) && items[next].Text is not "from"))
        {
            return (TimeRelation.Within, null, index);
        }

        var sense = items[next].Phrase!.As(Cue.Time) is "after" && items[next].Text is not ("from" or "since") ? TimeRelation.After : TimeRelation.Within;
        var (anchor, after) = ReadAnchor(next + 1, free: freeOf || !IsOf(items[next]));
        return anchor is null ? (TimeRelation.Within, null, index) : (sense, anchor, after);
    }
}
