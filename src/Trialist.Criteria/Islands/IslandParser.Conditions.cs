using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Conditions: "X if Y", "if Y, X".</content>
internal sealed partial class IslandParser
{
    // "X if Y" and "If Y, X": whoever is not Y is not asked for X. In an exclusion both must hold.
    private void ReadCondition(Item item)
    {
        FlushQualifiers();
        at++;
        // "pregnant, or if female, unwilling to use contraception", among what is excluded: an alternative of its own.
        var leading = nodes.Count == 0 || link == Link.Strong || (exclusion && depth == 0 && link == Link.Or && item.Text is "if" && items.FindIndex(at, end - at, one => one.IsSign(',')) is > 0 and var comma && comma < ScopeEnd(stopAtComma: false) - 1);
        var to = depth >= DeepestNesting ? at : ScopeEnd(stopAtComma: leading);
        if (exclusion && depth == 0 && nodes.Count == 0 && to >= end && to > at && item.Text is "if")
        {
            // "If they had asthma within 30 days": all of it is what excludes.
            return;
        }

        if (to <= at || (leading && to >= end))
        {
            UnreadItem(item, Reasons.DependsOnCondition);
            return;
        }

        for (var i = at + 1; i < to && !leading && !item.Of(text).Contains("if", StringComparison.OrdinalIgnoreCase); i++)
        {
            if (items[i - 1].Cue is Cue.And or Cue.Or && StartsOwnLimit(i))
            {
                // "≤ 3 x ULN in patients without liver metastases and ALT ≤ 5 x ULN for …"
                to = i - 1;
            }
        }

        var from = leading || nodes.Count == 0 ? at : CauseBehind(at, to, nodes[^1]);
        if (from > at)
        {
            passed.Add(new TextSpan(items[at].Start, items[from - 1].End));
            at = from;
        }

        var limitBehind = nodes.Count > 0 && ConditionEnd(from, to) is var stopped && stopped < to;
        to = limitBehind ? ConditionEnd(from, to) : to;
        var savedHead = pendingHead;
        pendingHead = Cue.None;
        var condition = Inner(from, to, list: false);
        pendingHead = savedHead;
        at = to;
        if (condition.Nodes.Exists(node => node is { IsBare: true, Type: LeafType.Measurement, Qualifiers.Count: 0 }))
        {
            // "in patients without liver metastases and ALT …": the limit that follows is not read.
            unread.Add(new UnreadWords(new TextSpan(items[from].Start, items[to - 1].End), Reasons.Condition));
            nodes.Add(Node.Of(new Predicate.Unread(Reasons.Condition) { Span = new TextSpan(items[from].Start, items[to - 1].End) }, nodes.Count == 0 ? Link.Strong : Link.With));
            return;
        }

        if (condition.Predicate is not { } when || condition.Nodes is [{ IsLeaf: true, Entry.Name: "disease", Qualifiers.Count: 0 }])
        {
            UnreadItem(item, Reasons.Condition);
            return;
        }

        if (SaysAbsence(item.Of(text)))
        {
            when = new Predicate.Not(when) { Span = when.Span };
        }

        if (condition.Nodes.Exists(node => HoldsCondition(node) || (when is Predicate.Any { Items: [Predicate.Not, ..] } && (node.Whole is Predicate.Any { Items: [Predicate.Not, ..] } || node.IsGroup || node.Concept.Name == "sexually active"))))
        {
            // "or if sexually active and having a partner who …, then must …": a condition on a condition.
            UnreadItem(item, Reasons.Condition);
            return;
        }

        if ((leading || limitBehind) && nodes.Count > 0 && TryLimitBehindCondition(when, at))
        {
            return;
        }

        if (limitBehind)
        {
            var strange = new TextSpan(items[at].Start, items[Math.Max(at, ScopeEnd(stopAtComma: false) - 1)].End);
            unread.Add(new UnreadWords(strange, "It is not clear what this limit is said of."));
            Add(Node.Of(new Predicate.Unread("It is not clear what this limit is said of.") { Span = strange }, Link.With));
            at = ScopeEnd(stopAtComma: false);
            return;
        }

        if (leading)
        {
            // What follows, up to the end of the clause, is asked under the condition.
            at += at < end && items[at].IsSign(',') ? 1 : 0;
            var stop = ScopeEnd(stopAtComma: false);
            var asked = stop > at ? Inner(at, stop, exclusion) : null;
            at = Math.Max(at, stop);
            var limited = !exclusion && asked is not null && Leaves.Of(TreeBuilder.Join([when, .. asked.Predicate is { } demand ? [demand] : (List<Predicate>)[]], any: false)!).Exists(leaf => leaf.Bounds is not null && nodes.Exists(node => node.Whole is not Predicate.Any && Leaves.Of(node.ToPredicate()).Exists(before => before.Bounds is not null && before.Concept == leaf.Concept)));
            Conditional(when, asked?.Predicate, item);
            if (limited)
            {
                // "platelets ≥ 100. For patients with HCC, platelets ≥ 75": the second limit takes the place of the first.
                Doubt(nodes[^1], item, Reasons.InsteadOfLimit);
            }

            nodes[^1].IsAction = asked is { Nodes: [_, ..] } && asked.Nodes.TrueForAll(node => node.IsAction) && condition.Nodes.TrueForAll(node => node.IsGroup);
            return;
        }

        var last = nodes[^1];
        if (last.AlternativeOf is { } first)
        {
            Condition(last, first, when);
            return;
        }

        var own = last.ToPredicate();
        if (!exclusion && from > 1 && items[from - 2].Cue == Cue.Filler && Allowing.OccursIn(items[from - 2].Of(text)))
        {
            // "Patients with HIV are eligible if their viral load is undetectable": asked only of those who have it.
            var persons = nodes.Count - 1;
            while (persons > 0 && nodes[persons].Link is Link.Or or Link.Comma or Link.And)
            {
                persons--;
            }

            // "Patients with A or B are eligible if …": of either.
            var listed = TreeBuilder.Join(nodes[persons..].ConvertAll(node => node.ToPredicate()), any: true)!;
            var joins = nodes[persons].Link;
            nodes.RemoveRange(persons + 1, nodes.Count - persons - 1);
            nodes[persons] = Node.Of(new Predicate.Any([new Predicate.Not(listed) { Span = listed.Span }, when]) { Span = listed.Span.Union(when.Span) }, joins);
            return;
        }

        var absent = item.Of(text).Contains("absence", StringComparison.OrdinalIgnoreCase) && when is Predicate.Not;
        if (absent && !exclusion && last is { IsLeaf: true, Bounds: null, Type: LeafType.Condition, Link: Link.Or } && nodes.Count > 1)
        {
            // "eczema or urticaria in the absence of infection": it may be said of both.
            KeepInPart(nodes[^2], Reasons.Ambiguous);
        }

        // "cough in the absence of asthma": who has the one must not have the other.
        var both = exclusion || lifts || (absent && last is { IsLeaf: true, Bounds: null, Type: LeafType.Condition }) || (last is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure, Concept.Name: var named } && named != "contraception" && InPersons.OccursIn(item.Of(text))) || (absent && when is Predicate.Not { Item: Predicate.Leaf { Type: LeafType.Treatment or LeafType.Procedure } });
        var bounds = last.IsLeaf ? last.Bounds : null;
        var reach = nodes.Count - 1;
        while (bounds is not null && reach > 0 && nodes[reach].Link is Link.And or Link.Or or Link.Comma && nodes[reach - 1] is { IsLeaf: true, Type: LeafType.Measurement, When: null } sharer && sharer.Bounds == bounds && !text.AsSpan(sharer.Span.Start, sharer.Span.Length).ContainsAnyInRange('0', '9'))
        {
            // "ALT and AST ≤ 3 x ULN if …": the limit is of both, and so is its condition.
            reach--;
        }

        KeepLimited(reach);
        foreach (var node in nodes[reach..])
        {
            var limited = node.ToPredicate();
            node.Whole = both
                ? new Predicate.All([limited, when]) { Span = limited.Span.Union(when.Span) }
                : new Predicate.Any([Negated(when), limited]) { Span = limited.Span.Union(when.Span) };
            node.Span = node.Whole.Span;
        }
    }

    // "ALT ≤ 2 x ULN if the bilirubin is normal, or bilirubin ≤ 3 mg/dL if the ALT is normal": the second demand is none of the condition of the first.
    private static bool HoldsCondition(Node node) => node.Whole is Predicate.Any { Items: [Predicate.Not, ..] } conditional && Leaves.Exist(conditional, leaf => leaf.Bounds is not null);

    // "first-line treatment in patients with asthma": who they are.
    private static readonly PhraseList InPersons = new("in patients", "in subjects", "in participants", "in those", "in adults", "in children", "in individuals");

    private static bool SaysAbsence(string words) => words.EndsWith("without", StringComparison.OrdinalIgnoreCase) || words.Contains("absence", StringComparison.OrdinalIgnoreCase);

    private static Predicate Negated(Predicate when) => when is Predicate.Not not ? not.Item : new Predicate.Not(when) { Span = when.Span };

    private void Conditional(Predicate when, Predicate? asked, Item item)
    {
        if (asked is null)
        {
            UnreadItem(item, Reasons.DependsOnCondition);
            return;
        }

        var span = when.Span.Union(asked.Span);
        Add(Node.Of(
            exclusion ? new Predicate.All([when, asked]) { Span = span } : new Predicate.Any([Negated(when), asked]) { Span = span },
            link));
    }
}
