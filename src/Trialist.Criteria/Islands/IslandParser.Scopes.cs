using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Denials, and how far words reach.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList Allowing = new("eligible", "allowed", "permitted", "included");

    private ParsedWords Inner(int from, int to, bool list)
    {
        var inner = new IslandParser(text, textEnd, items, lexicon, list, depth + 1, unread, passed, guessed) { at = from, end = to, lifts = liftsNext, pendingWhen = pendingWhen, pendingWhenSpan = pendingWhenSpan, pendingHead = pendingHead, pendingHeadItem = pendingHeadItem, headUsed = true, ownersNoun = ownersNoun, underDenial = underDenial, contraceptionSaid = contraceptionSaid };
        ownersNoun = null;
        liftsNext = false;
        inner.Run();
        sawJudgement |= inner.sawJudgement;
        return new ParsedWords(TreeBuilder.Build(inner.nodes, list), unread, inner.nodes);
    }

    // "no history of A, B or C": everything up to the end of the list is denied.
    private static readonly PhraseList CannotBe = new("could not be", "cannot be", "can not be", "not able to be");

    private bool SaysWhatCannotBe(Item cue)
    {
        if (nodes.Count == 0 || link is not (Link.Adjacent or Link.With))
        {
            return false;
        }

        var from = Math.Min(nodes[^1].Span.End, cue.Start);
        return CannotBe.OccursIn(text.AsSpan(from, cue.End - from));
    }

    private void ReadDenied()
    {
        FlushQualifiers();
        var cue = items[at];
        at++;
        if (cue.Is(Cue.Not) && at > 2 && (items[at - 2].Text is "nor" || (items[at - 2].Cue == Cue.Filler && items[at - 3].Text is "nor")))
        {
            // "nor those not using contraception": denied twice.
            UnreadItem(cue, Reasons.Denied);
            return;
        }

        if (exclusion && depth == 0 && nodes.Count == 0 && cue.Of(text).Equals("exclusion of", StringComparison.OrdinalIgnoreCase))
        {
            // "Exclusion of pregnant women", among what is excluded: the heading said it already.
            passed.Add(cue.Span);
            return;
        }

        if (exclusion && depth == 0 && Forbids(cue.Of(text)) && nodes.Count == 0 && !items.Exists(item => item.Start > cue.Start && (item.Cue is Cue.If or Cue.Except or Cue.Provided || item.IsSign(';') || item.Cue == Cue.Filler && Demands(item))))
        {
            // "Subjects must not have received X", among what is excluded: whoever has is.
            passed.Add(cue.Span);
            SetForbiddenTime(cue);
            return;
        }

        if (exclusion && depth == 0 && Forbids(cue.Of(text)))
        {
            UnreadItem(cue, "This forbids, among what is excluded: it may say what is demanded.");
            return;
        }

        if (SaysWhatCannotBe(cue))
        {
            // "spinal cord compression that could not be cured by surgery and/or radiotherapy"
            var past = Math.Max(at, DeniedEnd());
            Unread(at - 1, past, "What is said of the words before is not understood.");
            at = past;
            return;
        }

        if (pendingHead != Cue.None && !headUsed)
        {
            headUsed = true;
        }

        var to = depth >= DeepestNesting ? at : DeniedEnd();
        if (to <= at)
        {
            UnreadItem(cue, Reasons.Denied);
            return;
        }

        if (cue.Is(Cue.Not) && cue.Of(text).Contains("history", StringComparison.OrdinalIgnoreCase))
        {
            pendingWhen = new TimeWindow(TimeRelation.Ever);
        }

        if (!exclusion && depth == 0 && to < end && (nodes.Count == 0 || link == Link.Strong) && items[to].IsSign(',') && StartsNumericClause(to + 1) && cue.Of(text).StartsWith("without", StringComparison.OrdinalIgnoreCase))
        {
            // "Without liver metastases, ALT ≤ 2.5 x ULN": whom the limit is asked of, not a demand of its own.
            Unread(at - 1, to, "It is not clear whether the limit depends on this.");
            at = to;
            return;
        }

        var from = at;
        pendingHead = pendingHead is Cue.Condition or Cue.Treatment or Cue.Procedure or Cue.Allergy ? pendingHead : Cue.None;
        var outer = underDenial;
        underDenial = true;
        var inner = Inner(from, to, list: true);
        underDenial = outer;
        at = to;
        if (inner.Predicate is { } absent && inner.Nodes.TrueForAll(one => one is { IsLeaf: true, Bounds: null, Type: LeafType.Condition }) && TryLimitOfThoseWithout(absent))
        {
            return;
        }

        if (inner.Predicate is { } ruledOut)
        {
            if (inner.Nodes.Exists(one => one is { IsBare: true, Type: LeafType.Measurement } && (one.Qualifiers.Count == 0 || one.Concept.Name is "reference value" or "reference range" or "reference limit")))
            {
                // "no platelet or coagulation abnormalities": nobody is without platelets.
                unread.Add(new UnreadWords(ruledOut.Span, "A limit was expected and none was understood."));
                ruledOut = new Predicate.All([ruledOut, new Predicate.Unread("A limit was expected and none was understood.") { Span = ruledOut.Span }]) { Span = ruledOut.Span };
            }

            if (!exclusion)
            {
                ruledOut = NotSince(ruledOut);
            }

            var node = Node.Of(Denied(ruledOut, new TextSpan(cue.Start, items[to - 1].End)), link);
            node.IsAction = inner.Nodes.Count > 0 && inner.Nodes.TrueForAll(one => one.IsAction);
            Add(node);
            DoubtFurtherLimits(inner.Nodes);
        }
        else
        {
            UnreadItem(cue, Reasons.Denied);
        }
    }

    private static readonly PhraseList Lasts = new("stable", "lasting", "persist", "chronic", "continuous", "planned", "consecutive");

    // "has not smoked for at least a year", "no steroids for 4 weeks before screening": none within that time, not none that lasted as long.
    private Predicate NotSince(Predicate denied) => denied switch
    {
        Predicate.Leaf { Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Behaviour, When: { Relation: TimeRelation.During, Min: { Inclusive: true } length, Max: null, LongerOf.IsEmpty: true, Anchor: not "planned" } since } leaf when !Lasts.OccursIn(leaf.Span.Of(text))
            => leaf with { When = new TimeWindow(TimeRelation.Within, null, length, [], since.Anchor) },
        Predicate.Any any => any with { Items = any.Items.Select(NotSince).ToValueList() },
        Predicate.All all => all with { Items = all.Items.Select(NotSince).ToValueList() },
        _ => denied,
    };

    private bool Demands(Item item) => item.Of(text) is var words && (words.StartsWith("must", StringComparison.OrdinalIgnoreCase) || words.StartsWith("should", StringComparison.OrdinalIgnoreCase));

    // "must not have had", "must not have received": at any time.
    private void SetForbiddenTime(Item cue)
    {
        if (cue.Of(text).EndsWith("have had", StringComparison.OrdinalIgnoreCase))
        {
            (pendingWhen, pendingWhenSpan) = (new TimeWindow(TimeRelation.Ever), cue.Span);
        }
    }

    private int DeniedEnd()
    {
        var nesting = 0;
        for (var i = at; i < end; i++)
        {
            var item = items[i];
            if (item.Kind == ItemKind.Sign)
            {
                nesting += item.Text is "(" or "[" ? 1 : item.Text is ")" or "]" ? -1 : 0;
                if (nesting < 0 || (nesting == 0 && (item.Text == ";" || (item.Text == "." && IsSentenceEnd(i)))))
                {
                    return i;
                }
            }

            if (nesting > 0 || i == at)
            {
                continue;
            }

            if (item.Cue is Cue.Except or Cue.Provided || (item.Cue == Cue.Including && items[i - 1].IsSign(',') && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure } && link == Link.Adjacent && !SpeaksOfContraception(at, i)) || (item.Cue == Cue.Not && i > at + 1 && items[i - 1].Kind is ItemKind.Cue && (items[i - 1].Cue is Cue.And or Cue.Filler || (items[i - 1].Cue == Cue.Or && item.Text is not "without")) && item.Text is not "nor") || (item.Cue == Cue.If && item.Of(text).StartsWith("if", StringComparison.OrdinalIgnoreCase)))
            {
                return BackOverLinks(i);
            }

            if (!exclusion && depth == 0 && item.Kind == ItemKind.Cue && (nodes.Count == 0 || link == Link.Strong) && SaysExcluded(item))
            {
                // "patients without measurable disease are excluded"
                return i;
            }

            if (i > at + 1 && items[i - 1].IsSign(',') && item.Kind == ItemKind.Cue && item.Cue is Cue.Filler or Cue.Action or Cue.Treatment && Demands(item))
            {
                // "must not be pregnant, must agree to avoid pregnancy"
                return i - 1;
            }

            if (item.Cue == Cue.Not && i > at + 1 && items[i - 1].IsSign(',') && item.Of(text).ToLowerInvariant() is "not" or "no" or "without" or "never" or "not be" or "not have")
            {
                // "not pregnant, not breastfeeding": the second is denied by itself.
                return i - 1;
            }

            if (item.Cue is Cue.And or Cue.Or && i + 1 < end && nodes.Count > 0 && nodes[^1] is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } && Operator(i + 1, out _) is not null && ReadLimit(i + 1) is { } other && other.After < end && items[other.After].Text is "with" or "in" or "for")
            {
                // "≤ 2.5 x ULN without liver metastases and ≤ 5 x ULN with liver metastases"
                return i;
            }

            if (item.Kind == ItemKind.Cue && item.Cue == Cue.Not && i > at + 1 && item.Of(text) is "No" or "Not")
            {
                // "No antiviral drugs No immune globulin": the full stop was lost.
                return i;
            }

            if (item.Kind == ItemKind.Unknown && i > at && (items[i - 1].IsSign(',') || items[i - 1].Cue is Cue.And or Cue.Or) && item.Of(text).Equals("non", StringComparison.OrdinalIgnoreCase) && i + 2 < end && (Carries(items[i + 1]) || Carries(items[i + 2])))
            {
                // "not pregnant, non-lactating"
                return BackOverLinks(i);
            }

            if ((StartsNumericClause(i) && !ListsValues(i)) || (item.Cue == Cue.Or && i + 1 < end && items[at - 1].Of(text).EndsWith(" be", StringComparison.OrdinalIgnoreCase) && items[i + 1].Of(text).StartsWith("have", StringComparison.OrdinalIgnoreCase)))
            {
                // "must not be pregnant or have …": the other verb says what may be instead.
                return BackOverLinks(i);
            }

            if (item.Text is "with" && i + 1 < end && SkipFillers(i + 1) is var next && next < end && items[next] is { Kind: ItemKind.Cue } test && test.Phrase!.As(Cue.Matter) is "pregnancy:negative pregnancy test" or "pregnancy:positive pregnancy test")
            {
                // "not pregnant with a negative test"
                return i;
            }

            if (item.Cue == Cue.And && i + 2 < end && item.Of(text).Equals("as well as", StringComparison.OrdinalIgnoreCase) && IsPersonAt(i + 1))
            {
                // "women not using contraception as well as women who are breastfeeding"
                return i;
            }

            if (item.Cue == Cue.With && i > at + 1 && item.Of(text).StartsWith("and ", StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }

            // "… and must have", "but are", "…, and a test should be done": a new verb ends the denial.
            if (item.Cue == Cue.And && i + 1 < end && (IsNewVerb(i + 1) || (items[i - 1].IsSign(',') && DemandFollows(i + 1))))
            {
                return i;
            }
        }

        return end;
    }

    // "may not have AST, ALT or bilirubin > 5 x ULN": the limit behind the last is of all, and all of it is denied.
    private bool ListsValues(int index)
    {
        for (var i = at; i < index; i++)
        {
            if (items[i] is not ({ Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Measurement } or { Kind: ItemKind.Cue, Cue: Cue.And or Cue.Or or Cue.Filler or Cue.Qualifier } or { Kind: ItemKind.Sign, Text: "," or "/" or "(" or ")" }))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Carries(Item item) => item.Phrase?.As(Cue.Matter) is { } matter && (matter.StartsWith("pregnancy:", StringComparison.Ordinal) || matter.StartsWith("lactation:", StringComparison.Ordinal));

    private bool IsPersonAt(int index) => items[index].Cue == Cue.Filler || (items[index].Kind == ItemKind.Cue && items[index].Phrase!.As(Cue.Matter)?.StartsWith("sex:", StringComparison.Ordinal) == true);

    private bool DemandFollows(int index)
    {
        for (var i = index; i < end && !(items[i].Kind == ItemKind.Sign && items[i].Text is "," or ";" or "."); i++)
        {
            if (items[i].Cue == Cue.Filler && items[i].Of(text) is var words && (words.StartsWith("must", StringComparison.OrdinalIgnoreCase) || words.StartsWith("should", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private bool IsNewVerb(int index)
    {
        var word = items[index].Of(text);
        return word.StartsWith("must", StringComparison.OrdinalIgnoreCase) || word.StartsWith("have", StringComparison.OrdinalIgnoreCase) || word.StartsWith("has", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("are", StringComparison.OrdinalIgnoreCase) || word.StartsWith("is", StringComparison.OrdinalIgnoreCase) || word.StartsWith("should", StringComparison.OrdinalIgnoreCase)
            || items[index].Cue is Cue.Action or Cue.Except;
    }

    // After a comma or "and", a value with its own limit is a new demand: "No infection, SpO2 ≥ 92 %".
    private bool StartsNumericClause(int index)
    {
        if (index < 1 || !(items[index - 1].IsSign(',') || items[index - 1].Cue == Cue.And) || items[index].Kind != ItemKind.Mention || items[index].Match.Entry.LeafType is not (LeafType.Measurement or LeafType.Score))
        {
            return false;
        }

        for (var i = index + 1; i < Math.Min(end, index + 8); i++)
        {
            if (items[i].Kind == ItemKind.Comparator || items[i].Is(Cue.Compare))
            {
                return true;
            }

            if (items[i].IsSign(';') || (items[i].IsSign(',') && items[i - 1].Kind != ItemKind.Mention))
            {
                return false;
            }
        }

        return false;
    }

    private int BackOverLinks(int index)
    {
        while (index > at && (items[index - 1].IsSign(',') || items[index - 1].Cue is Cue.And or Cue.Or))
        {
            index--;
        }

        return index;
    }

    private bool IsSentenceEnd(int index) => index + 1 >= items.Count || !(items[index + 1].Cue is Cue.Or or Cue.And && char.IsLower(text[items[index + 1].Start])) && (items[index].End >= textEnd || char.IsWhiteSpace(text[items[index].End]));

    // "… is not allowed", "… must be negative": denies the clause before.
    private void DenyLast(Item item)
    {
        at++;
        var from = nodes.Count - 1;
        while (from > 0 && nodes[from].Link != Link.Strong)
        {
            from--;
        }

        if (from < 0 || exclusion)
        {
            UnreadItem(item, "It is not clear what is not allowed.");
            return;
        }

        var denied = nodes[from..];
        nodes.RemoveRange(from, nodes.Count - from);
        var first = denied[0].Link;
        denied[0].Link = Link.Strong;
        var inner = TreeBuilder.Build(denied, exclusion: true)!;
        link = first;
        if (inner is Predicate.Not { Item: not (Predicate.Leaf or Predicate.Judgement) })
        {
            // "patients without A or B are excluded": who lacks one, or both.
            unread.Add(new UnreadWords(inner.Span, Reasons.Ambiguous));
            Add(Node.Of(new Predicate.Unread(Reasons.Ambiguous) { Span = inner.Span.Union(item.Span) }, first));
            return;
        }

        Add(Node.Of(inner is Predicate.Not { Item: var asked } ? asked : new Predicate.Not(inner) { Span = inner.Span.Union(item.Span) }, first));
    }

    private int ScopeEnd(bool stopAtComma)
    {
        var nesting = 0;
        for (var i = at; i < end; i++)
        {
            var item = items[i];
            if (item.Kind != ItemKind.Sign)
            {
                continue;
            }

            nesting += item.Text is "(" or "[" ? 1 : item.Text is ")" or "]" ? -1 : 0;
            if (nesting < 0 || (nesting == 0 && (item.Text == ";" || (stopAtComma && item.Text == ",") || (item.Text == "." && IsSentenceEnd(i)))))
            {
                return i;
            }
        }

        return end;
    }
}
