using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>What only a person can judge, and what is done at enrolment.</content>
internal sealed partial class IslandParser
{
    private void ReadJudgement(Item item)
    {
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

            Add(Judged(item.Span));
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

        var flushed = qualifiers.Count > 0 ? qualifiers[0].Start : (int?)null;
        FlushAsJudged();
        var from = at;
        var start = TakeGeneral(flushed) ?? items[from].Start;
        var to = ScopeEnd(stopAtComma: false);
        while (at < to && !StartsOwnLimit(at) && !StartsOwnFact(at))
        {
            // What is defined or listed is part of the judgement, to its end.
            at = items[at].Cue is Cue.Defined or Cue.Including ? to : at + 1;
        }

        var list = items.FindIndex(from, at - from, one => one.Cue == Cue.Including || one.IsSign(':'));
        if ((list > from + 1 || (list == from + 1 && items[from].Of(text).Contains("investigator", StringComparison.OrdinalIgnoreCase))) && depth < DeepestNesting && ReadJudgedList(list, at, start))
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

        if (start == items[from].Start && link is Link.Adjacent or Link.Comma)
        {
            GatherJudged();
        }

        if (nodes.Count > 0 && (link == Link.Adjacent || (link == Link.And && exclusion && start == items[from].Start) || (link == Link.Comma && start == items[from].Start)))
        {
            link = Link.With;
        }

        var limit = items.FindIndex(from, at - from, one => one.Kind == ItemKind.Comparator);
        Add(Judged(new TextSpan(start, items[at - 1].End)));
        if (limit >= 0)
        {
            // "may be broadened to ≤ 5 x ULN where the investigator judges …"
            UnreadItem(items[limit], "It is not clear how this limit depends on a judgement.");
        }
    }

    // "any condition that contraindicates the treatment: cancer, chronic infection": the members under the judgement, where they are all understood.
    private bool ReadJudgedList(int list, int to, int start)
    {
        var first = list;
        while (first < to && (items[first].Cue == Cue.Including || items[first].IsSign(':') || items[first].IsSign(',')))
        {
            first++;
        }

        if (first >= to)
        {
            return false;
        }

        var (gaps, seen, unsure) = (unread.Count, passed.Count, guessed.Count);
        var inner = Inner(first, to, list: true);
        if (unread.Count > gaps || inner.Predicate is not { } members || inner.Nodes.Count < 2 || !inner.Nodes.TrueForAll(node => node.Whole is null or Predicate.Not or Predicate.Any && node.Bounds is null))
        {
            unread.RemoveRange(gaps, unread.Count - gaps);
            passed.RemoveRange(seen, passed.Count - seen);
            guessed.RemoveRange(unsure, guessed.Count - unsure);
            return false;
        }

        link = nodes.Count > 0 && link is Link.Adjacent or Link.Comma ? Link.With : link;
        Add(Judged(new TextSpan(start, items[list - 1].End)));
        link = Link.With;
        Add(Node.Of(members, Link.With));
        at = to;
        return true;
    }

    // "a psychiatric or cognitive disorder that may impair …": the judgement is of each member of the list.
    private void GatherJudged()
    {
        var from = nodes.Count - 1;
        if (depth > 0 || from < 0 || nodes[from].Qualifiers.Exists(one => one.Value is "other" or "another"))
        {
            // "asthma, or another disease that may interfere": the clause is of the last.
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

    private bool StartsOwnLimit(int index) =>
        (index + 2 < end && items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Measurement } && items[index + 1].Cue is Cue.And && StartsOwnLimit(index + 2)) || index + 1 < end && items[index].Kind == ItemKind.Mention && items[index].Match.Entry.LeafType is LeafType.Measurement or LeafType.Score && (items[index + 1].Kind == ItemKind.Comparator || items[index + 1].Is(Cue.Compare) || (items[index + 1].Kind == ItemKind.Cue && items[index + 1].Cue == Cue.Filler && LimitFollows(index + 1)));

    // "willing to …", "able to …", "informed consent": the rest of the clause says what is done.
    private void ReadAction(Item item)
    {
        var from = at;
        var to = ScopeEnd(stopAtComma: false);
        var stop = ActionEnd(from, to);
        var span = new TextSpan(items[from].Start, items[stop - 1].End);
        var words = Spelled(span);
        var denied = IsDenied(item.Of(text));
        at = stop;
        FlushAsJudged();
        headUsed = true;
        if (!words.Contains("due to", StringComparison.Ordinal) && LanguagesIn(words, span) is { } languages)
        {
            Add(Node.Of(denied ? new Predicate.Not(languages) { Span = span } : languages, link));
            return;
        }

        var (type, name) = Classify(words, denied);
        var node = new Node { Span = span, Type = type, Concept = new Concept(name), IsAction = type is LeafType.Consent or LeafType.Contraception or LeafType.Behaviour };
        if (denied)
        {
            node.Whole = new Predicate.Not(node.ToPredicate()) { Span = span };
        }

        Add(node);
        if (type == LeafType.Consent && ActionNames.Compliance(words) is { } compliance && (HasWord(words, "comply") || HasWord(words, "compliance")))
        {
            // "consent and comply with the protocol" are two.
            var other = new Node { Span = span, Type = LeafType.Behaviour, Concept = new Concept(compliance), IsAction = true };
            other.Whole = denied ? new Predicate.Not(other.ToPredicate()) { Span = span } : null;
            link = denied ? Link.Or : Link.And;
            Add(other);
        }
    }

    private bool IsCareAt(int index) => items[index] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Procedure or LeafType.Treatment };

    // An action takes its words up to the next demand: a limit, a denial, a disease after a comma or "and".
    private int ActionEnd(int from, int to)
    {
        var nesting = 0;
        for (var i = from + 1; i < to; i++)
        {
            var item = items[i];
            nesting += item.Kind != ItemKind.Sign ? 0 : item.Text is "(" or "[" ? 1 : item.Text is ")" or "]" ? -1 : 0;
            if (nesting == 1 && item.Kind == ItemKind.Sign && item.Text is "(" or "[" && HoldsLimit(i))
            {
                return i;
            }

            if (nesting > 0)
            {
                continue;
            }

            if (item.Cue is Cue.Except or Cue.Provided)
            {
                return i;
            }

            if (item.Cue == Cue.Prep && item.Text is null && item.Phrase!.Words is ["due", "to"] or ["because", "of"])
            {
                // "unable to swallow due to nausea, vomiting or …": the causes are no facts of their own.
                return to;
            }

            var demand = (item.Kind == ItemKind.Number && item.Text is null) || item.Kind == ItemKind.Comparator || StartsOwnLimit(i);
            // "agree to give fresh tissue of primary or metastatic lesions": the action goes on.
            var joined = items[i - 1].IsSign(',') || (items[i - 1].Cue is Cue.And && item.Kind != ItemKind.Mention) || (items[i - 1].Cue is Cue.Or or Cue.And && IsDenied(items[from].Of(text)));
            if (i > from + 1 && item.Cue == Cue.Not && item.Of(text).StartsWith("with no", StringComparison.OrdinalIgnoreCase))
            {
                // "able to use contraception with no plans for pregnancy"
                return i;
            }

            var fact = joined && (item.Cue is Cue.Not or Cue.Ever or Cue.Condition || (item.Kind == ItemKind.Mention && item.Match.Entry.LeafType is LeafType.Condition or LeafType.Treatment or LeafType.Procedure) || (item.Kind == ItemKind.Cue && item.Phrase!.As(Cue.Matter) is { } matter && (matter.StartsWith("sex", StringComparison.Ordinal) || matter.StartsWith("pregnancy", StringComparison.Ordinal) || matter.StartsWith("lactation", StringComparison.Ordinal))));
            // "unable to undergo gastroscopy or colonoscopy"
            fact &= !(items[i - 1].Cue is Cue.Or && i - 2 > from && IsCareAt(i) && IsCareAt(i - 2));
            fact |= items[i - 1].Cue == Cue.And && item.Cue is Cue.Action && !IsConsentWord(item.Of(text));
            fact |= items[i - 1].Cue == Cue.Or && (item.Text is "with" || BeginsClause(i));
            fact |= joined && item.Cue is Cue.Filler or Cue.With && SkipFillers(i + (item.Cue == Cue.With ? 1 : 0)) is var named && named < to && items[named] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition };
            if (!demand && !fact)
            {
                continue;
            }

            if (demand && items[i - 1].Kind == ItemKind.Cue && items[i - 1].Is(Cue.Compare) && i - 1 > from)
            {
                // "inability to open the mouth beyond 5 mm": the limit begins with its word.
                return i - 1;
            }

            for (var back = i; back > from; back--)
            {
                if (items[back].IsSign(',') || items[back].Cue is Cue.And or Cue.Or)
                {
                    return back;
                }
            }

            return i;
        }

        return to;
    }

    // "capable of walking with full range of motion (flexion contracture > 10 degrees, …)"
    private bool HoldsLimit(int open)
    {
        var close = MatchingClose(open);
        for (var i = open + 1; i + 1 < close; i++)
        {
            if (Operator(i, out var after) is not null && after < close && items[after].Kind == ItemKind.Number)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsConsentWord(string cue) => cue.Contains("consent", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("volunt", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("willing", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("able", StringComparison.OrdinalIgnoreCase);

    private static bool IsDenied(string cue) =>
        cue.StartsWith("withdr", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("un", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("in", StringComparison.OrdinalIgnoreCase) && !cue.StartsWith("informed", StringComparison.OrdinalIgnoreCase)
        || cue.StartsWith("not ", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("refus", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("fail", StringComparison.OrdinalIgnoreCase) || cue.StartsWith("cannot", StringComparison.OrdinalIgnoreCase);

    // "able to read English or French": one leaf for each language; null where none is named, or where consent is asked in it.
    private Predicate? LanguagesIn(string words, TextSpan span)
    {
        if (words.Contains("consent", StringComparison.Ordinal) || words.Contains("assent", StringComparison.Ordinal) || words.Contains('(', StringComparison.Ordinal))
        {
            return null;
        }

        var found = new List<Predicate>();
        foreach (var match in lexicon.MatchesIn(words))
        {
            if (match.Entry.Kind == EntryKind.Language)
            {
                found.Add(new Predicate.Leaf(LeafType.Language, match.Entry.Concept) { Span = span });
            }
        }

        return TreeBuilder.Join(found, any: !words.Contains(" and ", StringComparison.Ordinal) || words.Contains(" or ", StringComparison.Ordinal));
    }

    private static (LeafType Type, string Name) Classify(string words, bool denied)
    {
        if (words.Contains("consent", StringComparison.Ordinal) || words.Contains("assent", StringComparison.Ordinal) || words.Contains("sign ", StringComparison.Ordinal) || words.EndsWith("icf", StringComparison.Ordinal) || words.StartsWith("icf ", StringComparison.Ordinal))
        {
            return (LeafType.Consent, words.Contains("written", StringComparison.Ordinal) ? "written informed consent" : "informed consent");
        }

        if (words.Contains("contracepti", StringComparison.Ordinal) || words.Contains("birth control", StringComparison.Ordinal) || words.Contains("abstinen", StringComparison.Ordinal) || words.Contains("abstain from", StringComparison.Ordinal) && words.Contains("intercourse", StringComparison.Ordinal))
        {
            return (LeafType.Contraception, ActionNames.Contraception(words));
        }

        if (words.Contains("swallow", StringComparison.Ordinal) || words.Contains("oral medication", StringComparison.Ordinal) || words.Contains("take oral", StringComparison.Ordinal))
        {
            return (LeafType.Condition, "able to take oral medication");
        }

        return (LeafType.Behaviour, ActionNames.Compliance(words) ?? ActionNames.Of(words, denied));
    }
}
