using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Exceptions: "except inhaled steroids", "unless treated and stable".</content>
internal sealed partial class IslandParser
{
    // "… or presence of", "… or evidence of": words that open a fact of the person.
    private bool BeginsAgain(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (items[i - 1].Cue == Cue.Or && items[i].Of(text) is var words && (words.StartsWith("presence", StringComparison.OrdinalIgnoreCase) || words.StartsWith("evidence", StringComparison.OrdinalIgnoreCase) || words.StartsWith("the presence", StringComparison.OrdinalIgnoreCase)))
            {
                return true;
            }
        }

        return false;
    }

    private void ReadExcept(Item item, bool lastOnly = false)
    {
        FlushQualifiers();
        at++;
        var to = depth >= DeepestNesting ? at : OtherPersons(at, ScopeEnd(stopAtComma: false));
        var from = at;
        if (to <= from)
        {
            UnreadItem(item, "It is not clear what is excepted.");
            at = Math.Max(at, to);
            return;
        }

        if (items[from].Cue == Cue.If && from + 1 < to && items[from].Of(text) is var persons && persons.StartsWith("in ", StringComparison.OrdinalIgnoreCase) && (persons.EndsWith(" with", StringComparison.OrdinalIgnoreCase) || persons.EndsWith(" of", StringComparison.OrdinalIgnoreCase)))
        {
            // "except in patients with Gilbert syndrome"
            passed.Add(items[from].Span);
            from++;
            at = from;
        }

        if (items[from].Cue == Cue.If)
        {
            // "unless if X, Y": what lifts the limit is a condition of its own.
            UnreadItem(item, Reasons.Exception);
            at = to;
            return;
        }

        var target = lastOnly && nodes.Count > 0 ? nodes[^1..] : LastList();
        if (target.Count == 0)
        {
            // "Other than X" at the start: nothing before it to lift.
            UnreadItem(item, Reasons.ExceptionFrom);
            return;
        }

        if (target is [{ Whole: Predicate.Judgement } judged])
        {
            // "in good health, other than their asthma": one judgement.
            at = to;
            judged.Whole = Judged(judged.Span.Union(new TextSpan(item.Start, items[to - 1].End))).Whole;
            judged.Span = judged.Whole!.Span;
            return;
        }

        if (CauseBehind(from, to, target[^1]) is var cause && cause > from)
        {
            passed.Add(new TextSpan(items[from].Start, items[cause - 1].End));
            from = cause;
            at = cause;
        }

        if (TryExceptFor(target, from, to))
        {
            return;
        }

        var savedHead = pendingHead;
        pendingHead = target[^1].Type is LeafType.Allergy ? Cue.None : HeadOf(target[^1].Type);
        var savedWhen = pendingWhen;
        pendingWhen = null;
        liftsNext = true;
        var inner = ExceptedState(target[^1], from, to) is { } state ? new ParsedWords(state, unread, []) : Inner(from, to, list: item.Text is not "unless");
        liftsNext = false;
        pendingHead = savedHead;
        pendingWhen = savedWhen;
        at = to;
        var lifted = inner.Predicate ?? new Predicate.Unread(Reasons.Exception) { Span = new TextSpan(items[from].Start, items[to - 1].End) };
        if (inner.Predicate is null)
        {
            unread.Add(new UnreadWords(lifted.Span, Reasons.Exception));
        }

        if (item.Of(text).Equals("other than", StringComparison.OrdinalIgnoreCase) && target is [{ IsLeaf: true, When: null or { Relation: TimeRelation.Ever, Anchor: null } } only] && inner.Nodes is [{ IsLeaf: true, When: { Relation: TimeRelation.Within, Max: not null } when } other])
        {
            // "malignancy other than leukemia within 5 years": the time is of the malignancy.
            (only.When, other.When) = (when, null);
            lifted = other.ToPredicate();
        }
        else if (item.Of(text).Equals("other than", StringComparison.OrdinalIgnoreCase) && inner.Nodes is [.., { When.Relation: TimeRelation.Within }] && target.TrueForAll(node => node.When is null or { Relation: TimeRelation.Ever }))
        {
            // "no cancer other than skin or cervical cancer within 5 years": the time may be of the cancer.
            Doubt(target[^1], lifted.Span, Reasons.Ambiguous);
        }

        else if (!lastOnly && inner.Nodes is [.., { IsLeaf: true, When.Relation: TimeRelation.Within }] && target.TrueForAll(node => node is { IsLeaf: true, When: null or { Relation: TimeRelation.Ever, Anchor: null } }) && !IsTimeOfDeed(from, to))
        {
            // "any surgery except biopsy within 4 weeks before enrolment": the time may be of the surgery.
            Doubt(target[^1], lifted.Span, Reasons.Ambiguous);
        }

        if (BeginsAgain(from, to))
        {
            // "malignancy except treated cancer, or presence of metastases": another exclusion, or another exception.
            Doubt(target[^1], lifted.Span, Reasons.Ambiguous);
        }

        if (items[from..to].Exists(one => one.Cue is Cue.Judgement or Cue.Except) || items[from..to].Exists(one => one.Cue == Cue.Including && one.Text is not "i.e."))
        {
            // "lung disease other than asthma such as COPD": an example of the one or of the other.
            Doubt(target[^1], lifted.Span, Reasons.Ambiguous);
        }

        if (!lastOnly && target[0].Link == Link.Comma && nodes.Count > target.Count && nodes[^(target.Count + 1)] is { IsLeaf: true } earlier && KindOf(earlier.Type) == KindOf(target[0].Type))
        {
            // "A, B, C, except D": perhaps from all of them.
            Doubt(earlier, lifted.Span, Reasons.Ambiguous);
        }

        if (lastOnly && target[0].Link == Link.Or && nodes.Count > 1 && nodes[^2] is { IsLeaf: true, Bounds: null } listed && KindOf(listed.Type) == KindOf(target[0].Type) && target[0].IsLeaf)
        {
            // "oral or intravenous steroids (not inhaled ones)": perhaps from both.
            Doubt(listed, lifted.Span, Reasons.Ambiguous);
        }

        if (lastOnly && target is [{ IsLeaf: true, Type: LeafType.Measurement, Bounds: { } same, Link: Link.Or or Link.And or Link.Comma }] && nodes.Count > 1 && nodes[^2] is { IsLeaf: true, Type: LeafType.Measurement } alike && alike.Bounds == same)
        {
            if (text.AsSpan(alike.Span.Start, alike.Span.Length).ContainsAnyInRange('0', '9'))
            {
                // "AST ≤ 3 x ULN and ALT ≤ 3 x ULN (unless due to hemolysis)"
                Doubt(alike, lifted.Span, Reasons.Ambiguous);
            }
            else
            {
                // "AST and ALT ≤ 3 x ULN (unless due to hemolysis)": one limit of both.
                target = [alike, .. target];
            }
        }

        foreach (var node in target)
        {
            if (node.Whole is Predicate.Judgement)
            {
                // "clinically significant lung disease other than asthma": the adjective has no exception of its own.
                continue;
            }

            if (node.IsLeaf)
            {
                NameOther(node, item);
                node.Except = node.Except is null ? lifted : new Predicate.Any([node.Except, lifted]) { Span = node.Except.Span.Union(lifted.Span) };
                node.Span = node.Span.Union(lifted.Span);
            }
            else if (node.Whole is Predicate.Not not)
            {
                // "no respiratory disease other than asthma"
                var span = node.Span.Union(lifted.Span);
                node.Whole = not.Item is Predicate.Leaf { Except: null } leaf
                    ? new Predicate.Not(leaf with { Except = lifted, Span = leaf.Span.Union(lifted.Span) }) { Span = span }
                    : new Predicate.All([not, new Predicate.Unread(Reasons.ExceptionFrom) { Span = lifted.Span }]) { Span = span };
                node.Span = span;
            }
            else if (Lift(node.Whole!, lifted) is { } narrower)
            {
                node.Whole = narrower;
                node.Span = narrower.Span;
            }
            else
            {
                node.Whole = new Predicate.All([node.Whole!, new Predicate.Not(lifted) { Span = lifted.Span }]) { Span = node.Span.Union(lifted.Span) };
                node.Span = node.Whole.Span;
            }
        }
    }

    // "malignancy other than leukemia": another malignancy.
    private void NameOther(Node node, Item item)
    {
        if (node is { Type: LeafType.Condition, Except: null, Concept.Name: "cancer" } && item.Of(text).Equals("other than", StringComparison.OrdinalIgnoreCase) && !node.Qualifiers.Exists(one => one.Value is "other" or "another"))
        {
            node.Wording = $"other {node.Wording ?? node.Concept.Name}";
        }
    }

    // "except skin cancer that was resected within 3 years": right behind a participle it says when that was done.
    private bool IsTimeOfDeed(int from, int to)
    {
        for (var i = to - 1; i > from; i--)
        {
            if (items[i].Is(Cue.Time) && items[i].Phrase!.As(Cue.Time) is "within")
            {
                return items[i - 1].Of(text).EndsWith("ed", StringComparison.OrdinalIgnoreCase);
            }
        }

        return true;
    }

    /// <summary>True while an exception is read: what it holds under a condition it holds only together with that.</summary>
    private bool lifts;

    private bool liftsNext;

    // "surgery other than for diagnosis": the same, done for that.
    private bool TryExceptFor(List<Node> target, int from, int to)
    {
        if (items[from].Text is not "for" || target is not [{ IsLeaf: true, Except: null, Type: LeafType.Treatment or LeafType.Procedure } only])
        {
            return false;
        }

        var stop = from + 1;
        while (stop < to && (items[stop].Kind is ItemKind.Unknown or ItemKind.Mention || IsQualifier(stop) || items[stop].Cue is Cue.Filler or Cue.Or && !items[stop].Is(Cue.Time)))
        {
            stop++;
        }

        if (stop == from + 1 || stop < to && !(items[stop].IsSign(',') || items[stop].Is(Cue.Time) || items[stop].IsSign(')')))
        {
            return false;
        }

        var words = new TextSpan(items[from].Start, items[stop - 1].End);
        var lifted = only.Copy();
        lifted.Span = words;
        lifted.Qualifiers.AddRange(only.Qualifiers);
        lifted.Qualifiers.Add(new Qualifier(QualifierKind.Role, Spelled(words)));
        only.Except = lifted.ToPredicate();
        only.Span = only.Span.Union(words);
        passed.Add(words);
        at = stop + (stop < to && items[stop].IsSign(',') && stop + 1 < end && items[stop + 1].Is(Cue.Time) ? 1 : 0);
        link = Link.Adjacent;
        return true;
    }

    // "A other than B, and patients with C": others are spoken of. The end where none are.
    private int OtherPersons(int from, int to)
    {
        for (var i = from + 1; i + 1 < to; i++)
        {
            if (items[i].Cue is Cue.And or Cue.Or && items[i - 1].IsSign(',') && items[i + 1] is { Cue: Cue.Filler } whom && StartsWithAny(whom.Of(text), OtherPersonsWords))
            {
                return i - 1;
            }
        }

        return to;
    }

    private static readonly string[] OtherPersonsWords = ["patient", "subject", "participant", "individual", "those"];

    // "A or B, except C": each of them but C. Null where the parts are no alternatives.
    private static Predicate? Lift(Predicate predicate, Predicate lifted)
    {
        switch (predicate)
        {
            case Predicate.Leaf { Except: null } leaf:
                return leaf with { Except = lifted, Span = leaf.Span.Union(lifted.Span) };
            case Predicate.Any any:
                return LiftEach(any.Items, lifted) is { } parts ? new Predicate.Any(parts) { Span = any.Span.Union(lifted.Span) } : null;
            case Predicate.All { Items: [var first, Predicate.Unread gap] } doubted when first is not Predicate.Unread:
                return Lift(first, lifted) is { } own ? new Predicate.All([own, gap]) { Span = doubted.Span.Union(lifted.Span) } : null;
            default:
                return null;
        }
    }

    private static ValueList<Predicate>? LiftEach(ValueList<Predicate> items, Predicate lifted)
    {
        var parts = new List<Predicate>();
        foreach (var item in items)
        {
            if (item is not Predicate.Unread && Lift(item, lifted) is null)
            {
                return null;
            }

            parts.Add(item is Predicate.Unread ? item : Lift(item, lifted)!);
        }

        return parts.ToValueList();
    }

    // "unless treated and stable for at least 4 weeks": the same disease in another state; null where other words stand there.
    private Predicate.Leaf? ExceptedState(Node target, int from, int to)
    {
        var states = new List<Qualifier>();
        var index = from;
        while (index < to && (IsQualifier(index) || items[index].Cue is Cue.And or Cue.Filler))
        {
            if (IsQualifier(index))
            {
                states.Add(QualifierOf(items[index]));
            }

            index++;
        }

        if (states.Count == 0 || target is not { IsLeaf: true, Type: LeafType.Condition })
        {
            return null;
        }

        TimeWindow? when = null;
        if (index < to)
        {
            if (ReadWindow(index) is not { } window || window.After < to)
            {
                return null;
            }

            when = window.Window;
        }

        return new Predicate.Leaf(target.Type, target.Concept) { Span = new TextSpan(items[from].Start, items[to - 1].End), Wording = target.Wording, When = when, Qualifiers = states.ToValueList() };
    }

    /// <summary>The last node, and those before it in the same list when nothing stronger than a comma or "or" divides them.</summary>
    private List<Node> LastList()
    {
        var from = nodes.Count - 1;
        if (from < 0)
        {
            return [];
        }

        while (from > 0 && nodes[from].Link is Link.Or or Link.With or Link.Adjacent && nodes[from].Whole is null or Predicate.Unread && nodes[from - 1].Bounds == nodes[^1].Bounds)
        {
            from--;
        }

        return nodes[from..];
    }
}
