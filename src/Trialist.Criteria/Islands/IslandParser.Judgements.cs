using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What only a person can judge, and what is done at enrolment.</content>
internal sealed partial class IslandParser
{
    private void ReadJudgement(Item item)
    {
        if (SaysWhoMeasures(item))
        {
            passed.Add(item.Span);
            at++;
            return;
        }

        if (TryMeasuredBy(item) || TryRemarkOnJudge(item) || TryAcceptable(item))
        {
            return;
        }

        if (IsNoun(item))
        {
            // "compromise of the bone marrow", "no limit to the number": no opinion.
            var stop = at + 2 < end && items[at + 1].Text is "of" && items[at + 2].Of(text).StartsWith("normal", StringComparison.OrdinalIgnoreCase) ? at + 3 : at + 1;
            Unread(at, stop, "What is said of the words before is not understood.");
            at = stop;
            return;
        }

        if (TryStaffList(item))
        {
            return;
        }

        sawJudgement = true;
        if (item.Phrase!.As(Cue.Judgement) == "adjective")
        {
            // "clinically significant X": X stays a leaf of its own, all of it under judgement.
            at++;
            link = nodes.Count == 0 ? Link.Strong : link;
            if (FunctionsEnd(item) is > 0 and var stop)
            {
                ReadFunctions(item, stop);
                return;
            }

            if (ContraceptionFollows())
            {
                // "an acceptable form of birth control": the word is part of its name.
                passed.Add(item.Span);
                return;
            }

            if (at + 1 < end && items[at].Cue == Cue.Or && waitingJudgement is null && QualifiedPhraseFollows(at + 1))
            {
                waitingJudgement = item;
                at++;
                return;
            }

            if (at + 1 < end && items[at].Cue == Cue.Or && items[at + 1].Phrase?.As(Cue.Judgement) == "adjective")
            {
                // "clinically relevant or significant abnormalities": one judgement.
                passed.Add(item.Span);
                at++;
                return;
            }

            AddJudged(item.Span);
            if (at + 1 < end && items[at].Cue == Cue.Or && items[at + 1].Cue != Cue.Judgement)
            {
                // "clinically significant or severe hypoglycaemia": the first adjective waits for the noun of the second.
                UnreadItem(items[at], "It is not clear what the first adjective is said of.");
            }

            if (at + 1 < end && items[at].IsSign(',') && (IsQualifier(at + 1) || items[at + 1].Cue is Cue.Now))
            {
                // "clinically significant, uncontrolled disease": one list of adjectives.
                at++;
            }

            return;
        }

        if (TryJudgedFact(item))
        {
            return;
        }

        var flushed = qualifiers.Count > 0 ? qualifiers[0].Start : (int?)null;
        FlushAsJudged();
        var from = at;
        var start = TakeGeneral(flushed) ?? items[from].Start;
        var to = ScopeEnd(stopAtComma: false);
        while (at < to && !IsTimeBehindJudge(from, to) && !StartsOwnLimit(at) && !HasOwnGrade(at) && !(items[at].IsSign('(') && at + 1 < to && HasOwnGrade(at + 1)) && !StartsOwnFact(at) && !SaysWhoMayTakePart(at))
        {
            // What is defined or listed is part of the judgement, to its end.
            at = items[at].Cue is Cue.Defined or Cue.Including ? to : at + 1;
        }

        if (at < to && IsTimeBehindJudge(from, to) && ReadWindow(at) is { } behind)
        {
            var judge = new TextSpan(start, items[at - 1].End);
            var time = new TextSpan(items[at].Start, EndOf(behind.After));
            at = behind.After;
            Apply(behind.Window, time, lastOnly: false);
            GatherJudged();
            link = Link.With;
            AddJudged(judge);
            return;
        }

        var list = items.FindIndex(from, at - from, one => one.Cue == Cue.Including || one.IsSign(':'));
        list = list < 0 ? BracketOfExamples(from) : list;
        if ((list > from + 1 || (list == from + 1 && items[from].Of(text).Contains("investigator", StringComparison.OrdinalIgnoreCase))) && depth < DeepestNesting && ReadJudgedList(list, items[list].IsSign(':') || items[list].Cue == Cue.Defined ? to : at, start))
        {
            return;
        }

        if (at < to && items[from..at].Exists(item => item.IsSign(':')))
        {
            // "candidate for definitive treatment: either A or B": all of it is judged.
            at = to;
        }

        // What joins the next fact is not part of the judgement.
        at = at < to && StartsOwnFact(at) ? at - 2 : at;

        if (start == items[from].Start && link is Link.Adjacent or Link.Comma && !TouchesJudgement(start))
        {
            GatherJudged();
        }

        if (nodes.Count > 0 && (link == Link.Adjacent || (link == Link.And && exclusion && start == items[from].Start) || (link == Link.Comma && start == items[from].Start)))
        {
            link = Link.With;
        }

        var examples = ExamplesAmong(from);
        var length = link == Link.With && nodes.Count > 0 && Leaves.Exist(nodes[^1].ToPredicate(), IsUntimedUse) ? LengthAmong(from, at) : -1;
        AddJudged(new TextSpan(start, items[at - 1].End));
        if (length >= 0)
        {
            UnreadItem(items[length], "It is not clear what this time is said of.");
        }

        MarkBesides(from, examples);
    }

    private static bool IsUntimedUse(Predicate.Leaf leaf) => leaf is { Type: LeafType.Treatment or LeafType.Procedure, When: null };

    // "… diseases by the investigator's judgment within 1 year", "drugs that may interfere within 30 days before screening": the time is of what is judged.
    private bool IsTimeBehindJudge(int from, int to) =>
        at > from && items[at].Is(Cue.Time) && link == Link.Adjacent && items[at].Of(text) is var time && (time.StartsWith("within", StringComparison.OrdinalIgnoreCase) || time.StartsWith("in the", StringComparison.OrdinalIgnoreCase) || time.StartsWith("during the", StringComparison.OrdinalIgnoreCase))
        && nodes is [.., { IsLeaf: true, When: null or { Relation: TimeRelation.Ever } } last] && (last.Type is LeafType.Treatment or LeafType.Procedure || (last.Type == LeafType.Condition && at - from <= ShortestReason && SaysOpinion(from)))
        && ReadWindow(at) is { } window && window.After >= to;

    private bool SaysOpinion(int from) => text.AsSpan(items[from].Start, items[at].Start - items[from].Start) is var judge && (judge.Contains("judg", StringComparison.OrdinalIgnoreCase) || judge.Contains("opinion", StringComparison.OrdinalIgnoreCase) || judge.Contains("assess", StringComparison.OrdinalIgnoreCase) || judge.Contains("determin", StringComparison.OrdinalIgnoreCase));

    /// <summary>Words that only say who judges are no more.</summary>
    private const int ShortestReason = 4;

    // "a psychiatric or cognitive disorder that may impair …": the judgement is of each member of the list.
    private void GatherJudged()
    {
        var from = nodes.Count - 1;
        if (depth > 0 || from < 0 || nodes[from].Qualifiers.Exists(one => one.Value is "other" or "another"))
        {
            // "asthma, or another disease that may interfere": the clause is of the last.
            return;
        }

        if (from > 0 && nodes[from] is { IsLeaf: true, Link: Link.Or } last && nodes[from - 1] is { IsLeaf: true, When: not null } before && before.When != last.When && ((last.AfterComma && IsClassless(last.Span)) || (last.When is null && before.HasOwnTime && before.When.Max is not null)))
        {
            // "surgery within 4 weeks, or treatments that the investigator believes may affect": so is this.
            return;
        }

        while (from > 0 && nodes[from] is { Link: Link.Or or Link.Comma or Link.With or Link.Adjacent } && nodes[from - 1].Whole is null or Predicate.Judgement or Predicate.All)
        {
            from--;
        }

        if (from < 0 || from == nodes.Count - 1)
        {
            return;
        }

        var list = nodes[from..];
        nodes.RemoveRange(from, list.Count);
        var first = list[0].Link;
        list[0].Link = Link.Strong;
        var whole = TreeBuilder.Build(list, exclusion: true)!;
        nodes.Add(new Node { Span = whole.Span, Whole = whole, Link = first, AfterComma = list[0].AfterComma });
    }

    // "investigators consider" and "not appropriate" beside each other are one judgement.
    private void AddJudged(TextSpan span)
    {
        if (link is Link.Adjacent or Link.With && TouchesJudgement(span.Start))
        {
            var last = nodes[^1];
            var before = last.Whole!;
            last.Span = before.Span.Union(span);
            last.Whole = new Predicate.Judgement { Span = last.Span, Wording = JudgementNames.Of(Spelled(last.Span)) };
            link = Link.Adjacent;
            return;
        }

        Add(Judged(span));
    }

    private bool TouchesJudgement(int start) => nodes is [.., { Whole: Predicate.Judgement before }] && before.Span.End < start && text.AsSpan(before.Span.End, start - before.Span.End).IsWhiteSpace();

    private Node Judged(TextSpan span) => Node.Of(new Predicate.Judgement { Span = span, Wording = JudgementNames.Of(Spelled(span)) }, link);

    // "clinically significant hypoglycemia": the leaf beside the judgement bears its adjective in its name.
    private string? JudgedName(string name) =>
        (sharedAdjective ?? (link == Link.Adjacent && nodes.Count > 0 && nodes[^1].Whole is Predicate.Judgement { Wording: { } before } && !HistoryBetween(nodes[^1].Span.End) ? before : null)) is { } adjective
        && (adjective.EndsWith("significant", StringComparison.Ordinal) || adjective.EndsWith("relevant", StringComparison.Ordinal) || adjective.EndsWith("important", StringComparison.Ordinal))
            ? $"{adjective} {name}" : null;

    // "a clinically relevant history of asthma": it is the history that is judged.
    private bool HistoryBetween(int from) => at > 0 && text.AsSpan(from, Math.Max(0, items[at - 1].End - from)) is var words && words.StartsWith(" history", StringComparison.OrdinalIgnoreCase);

    // What waited for its noun is part of what is judged.
    private void FlushAsJudged()
    {
        passed.AddRange(qualifiers.ConvertAll(item => item.Span));
        qualifiers.Clear();
        headUsed = true;
    }

    // "a condition that precludes surgery (ASA 5)": a score with its number can be decided without a person's opinion.
    private bool HasOwnGrade(int index)
    {
        if (items[index] is not { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Score })
        {
            return false;
        }

        var next = index + 1;
        while (next < end && items[next].Kind == ItemKind.Unknown && EmptyTails.Contains(items[next].Of(text)))
        {
            next++;
        }

        return next < end && items[next].Kind == ItemKind.Number;
    }

    private bool StartsOwnLimit(int index) =>
        (index + 2 < end && items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Measurement } && items[index + 1].Cue is Cue.And && StartsOwnLimit(index + 2)) || index + 1 < end && items[index].Kind == ItemKind.Mention && items[index].Match.Entry.LeafType is LeafType.Measurement or LeafType.Score && (items[index + 1].Kind == ItemKind.Comparator || items[index + 1].Is(Cue.Compare) || (items[index + 1].Kind == ItemKind.Cue && items[index + 1].Cue == Cue.Filler && LimitFollows(index + 1)));
}
