using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>A limit of its own for some: "ALT ≤ 2.5 x ULN; ≤ 5 x ULN in the presence of liver metastases".</content>
internal sealed partial class IslandParser
{
    /// <summary>The limits that the last condition was said of: "≤ 2.5 x ULN in patients without liver metastases".</summary>
    private List<Predicate.Leaf>? limitedBefore;

    private int limitedAt;

    // The sign between the two limits closes no sentence where the second names no value and says whom it is for.
    private bool TryLimitOfSome(Limit limit)
    {
        if (limit.After >= end || limit.Min is null == limit.Max is null || !SaysForWhom(limit.After))
        {
            return false;
        }

        if (limitedBefore is not null && limitedAt == nodes.Count)
        {
            return TryLimitOfOthers(limit);
        }

        if (link is Link.Strong or Link.And or Link.Comma && nodes.Count > 0 && LastLimited(limit) is { Type: LeafType.Measurement } last && IsSameSide(last.Bounds!, limit))
        {
            link = Link.Or;
            AddAlternative(last, limit, bySex: false);
            return true;
        }

        return false;
    }

    // "≥ 11 g/dL for women; ≥ 12 g/dL for men": the sign between closes no sentence.
    private bool ContinuesBySex(Limit limit) =>
        link is Link.Strong or Link.Or or Link.And or Link.Comma && nodes.Count > 1 && nodes[^1] is { IsLeaf: true, Type: LeafType.Sex } && limit.After < end && (IsSex(SkipFillers(limit.After)) || (items[limit.After].Text is "for" or "in" && IsSex(SkipFillers(limit.After + 1))));

    private static bool IsSameSide(Bounds one, Limit other) => one.Min is null == other.Min is null && one.Max is null == other.Max is null;

    // "in the presence of X", "if X", "for patients with X", "with X".
    private bool SaysForWhom(int index) => items[index].Cue is Cue.If or Cue.Provided && !items[index].Of(text).StartsWith("provided", StringComparison.OrdinalIgnoreCase) || (limitedBefore is not null && items[index] is { Text: "with" });

    // "≤ 2.5 x ULN in patients without liver metastases; ≤ 5 x ULN in patients with liver metastases"
    private bool TryLimitOfOthers(Limit limit)
    {
        if (limitedBefore is not { Count: > 0 } leaves || !leaves.TrueForAll(leaf => IsSameSide(leaf.Bounds!, limit) && leaf.Bounds!.Unit == limit.Unit))
        {
            return false;
        }

        var from = limit.After + 1;
        at = from;
        var to = ScopeEnd(stopAtComma: true);
        if (PersonsWith(from, to) is not { } when)
        {
            at = limit.After;
            return false;
        }

        at = to;
        var limits = leaves.ConvertAll<Predicate>(leaf => leaf with { Span = limit.Span, Bounds = limit.ToBounds() });
        var asked = TreeBuilder.Join(limits, any: exclusion)!;
        var span = asked.Span.Union(when.Span);
        limitedBefore = null;
        link = link == Link.Strong ? Link.Strong : exclusion ? Link.Or : Link.And;
        Add(Node.Of(exclusion ? new Predicate.All([asked, when]) { Span = span } : new Predicate.Any([new Predicate.Not(when) { Span = when.Span }, asked]) { Span = span }, link));
        return true;
    }

    // "ALT ≤ 2.5 x ULN (liver metastases ≤ 5 x ULN)": a disease has no multiple of normal; those who have it have this limit.
    private bool TryLimitOfThoseWith(Limit limit)
    {
        if (exclusion || limit.Unit is not Units.UpperLimitOfNormal || nodes is not [.., var before, { IsLeaf: true, Type: LeafType.Condition, Bounds: null, Entry: not null } whose]
            || before.ToPredicate() is not Predicate.Leaf { Type: LeafType.Measurement, Bounds.Unit: Units.UpperLimitOfNormal } last || !IsSameSide(last.Bounds!, limit))
        {
            return false;
        }

        nodes.RemoveAt(nodes.Count - 1);
        link = Link.Or;
        AddAlternative(last, limit, bySex: false);
        if (nodes[^1].AlternativeOf is { } first)
        {
            Condition(nodes[^1], first, whose.ToPredicate());
        }

        return true;
    }

    // "if liver metastases are present, ≤ 5 x ULN is allowed": the limit behind its condition, in place of the one before.
    private bool TryLimitBehindCondition(Predicate when, int from)
    {
        var index = from;
        while (index < end && (items[index].IsSign(',') || items[index].Text is "then" or "," || items[index].Cue == Cue.Filler && items[index].Kind == ItemKind.Cue && !items[index].Is(Cue.Compare)))
        {
            index++;
        }

        if (index >= end || Operator(index, out _) is null || ReadLimit(index) is not { } limit || limit.Min is null == limit.Max is null || !EndsAfter(limit.After, out var stop) || LastLimited(limit) is not { Type: LeafType.Measurement } last || !IsSameSide(last.Bounds!, limit))
        {
            return false;
        }

        at = stop;
        link = Link.Or;
        AddAlternative(last, limit, bySex: false);
        if (nodes[^1].AlternativeOf is { } first)
        {
            Condition(nodes[^1], first, when);
        }

        return true;
    }

    private static readonly PhraseList MayHave = new("may have", "can have", "must have", "should have", "must be", "should be", "who have", "will have");

    // "…; patients with Gilbert syndrome may have a bilirubin ≤ 3 x ULN", "…, except in patients with Gilbert syndrome who must have bilirubin < 3 mg/dL"
    private bool TryLimitOfThese()
    {
        if (exclusion || depth > 0 || nodes.Count == 0 || qualifiers.Count > 0 || at >= end || items[at].Kind != ItemKind.Cue || !(items[at].Cue is Cue.Except or Cue.If || (link == Link.Strong && items[at].Cue is Cue.Filler)) || (link == Link.Strong && items[at].Cue == Cue.Except))
        {
            return false;
        }

        var to = ScopeEnd(stopAtComma: false);
        if (to <= at || !MayHave.OccursIn(text.AsSpan(items[at].Start, items[to - 1].End - items[at].Start)))
        {
            return false;
        }

        var sign = at + 1;
        while (sign < to && !(Operator(sign, out _) is { } op && op[0] is '<' or '>'))
        {
            sign++;
        }

        if (sign >= to || ReadLimit(sign) is not { } limit || limit.Min is null == limit.Max is null || limit.After < to || LastLimited(limit) is not { Type: LeafType.Measurement } last || !IsSameSide(last.Bounds!, limit))
        {
            return false;
        }

        var value = sign;
        while (value > at + 1 && (items[value - 1].Cue == Cue.Filler && items[value - 1].Kind == ItemKind.Cue || items[value - 1].Text is "," or "and" || (items[value - 1] is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Measurement } entry } && IsLimited(entry.Concept))))
        {
            value--;
        }

        var from = at;
        while (from < value && (items[from].Cue is Cue.Except or Cue.If || items[from].Cue == Cue.Filler || items[from].Text is "in" or "for"))
        {
            from++;
        }

        if (value >= sign || !MayHave.OccursIn(text.AsSpan(items[value].Start, items[sign].Start - items[value].Start)) && !(items[value].Text is "," ) || PersonsWith(from, value) is not { } when)
        {
            return false;
        }

        passed.Add(new TextSpan(items[at].Start, items[sign].Start));
        at = limit.After;
        link = Link.Or;
        AddAlternative(last, limit, bySex: false);
        if (nodes[^1].AlternativeOf is { } first)
        {
            Condition(nodes[^1], first, when);
        }

        admitted.Add(new TextSpan(items[from].Start, items[to - 1].End));
        return true;
    }

    // "(except subjects with Gilbert syndrome, who can have bilirubin < 3 mg/dL)", "(for subjects with Gilbert syndrome ≤ 3 x ULN)", "(Gilbert syndrome ≤ 3 x ULN)": a disease has no multiple of normal.
    private bool TryLimitOfTheseInBrackets(int to)
    {
        if (exclusion || link != Link.Adjacent || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement })
        {
            return false;
        }

        var saved = end;
        end = to;
        var says = items[at].Cue is Cue.Except or Cue.If;
        var found = says && TryLimitOfThese();
        var from = items[at].Cue == Cue.If ? at + 1 : at;
        if (!found && items[at].Cue != Cue.Except && ConditionEnd(from, to) is var sign && sign < to && PersonsWith(from, sign) is { } when)
        {
            found = TryLimitBehindCondition(from > at && SaysAbsence(items[at].Of(text)) ? new Predicate.Not(when) { Span = when.Span } : when, sign);
        }

        end = saved;
        return found;
    }

    private bool IsLimited(Concept concept) => nodes.Exists(node => Leaves.Of(node.ToPredicate()).Any(leaf => leaf.Bounds is not null && leaf.Concept == concept));

    // The state that some are in; null, and nothing kept, where the words say anything else.
    private Predicate? PersonsWith(int from, int to)
    {
        var earlier = NotesSoFar;
        var condition = to > from ? Inner(from, to, list: false) : null;
        if (condition?.Predicate is { } when && unread.Count == earlier.Unread && condition.Nodes.TrueForAll(node => node is { IsLeaf: true, Bounds: null, Type: LeafType.Condition or LeafType.Treatment }))
        {
            return when;
        }

        ForgetSince(earlier);
        return null;
    }

    private bool EndsAfter(int index, out int stop)
    {
        stop = index;
        while (stop < end && (items[stop].Of(text).ToLowerInvariant() is "is allowed" or "allowed" or "is acceptable" or "acceptable" or "is permitted" or "permitted" || items[stop].Kind == ItemKind.Cue && items[stop].Cue == Cue.Filler && items[stop].Of(text).ToLowerInvariant() is "is" or "are"))
        {
            stop++;
        }

        return stop >= end || (items[stop].Kind == ItemKind.Sign && items[stop].Text is "." or ";" or ")" or ",");
    }

    // "for patients with liver metastases ≤ 5 x ULN": where the condition ends and its limit begins; the end of the condition where no limit does.
    private int ConditionEnd(int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (items[i].Kind == ItemKind.Comparator && items[i - 1] is { Kind: ItemKind.Mention, Match.Entry.LeafType: LeafType.Condition } && ReadLimit(i) is { Unit: Units.UpperLimitOfNormal } limit && limit.After >= to)
            {
                return i;
            }
        }

        return to;
    }

    // "≤ 2.5 x ULN without liver metastases and ≤ 5 x ULN with them": each is the limit of some.
    private bool TryLimitOfThoseWithout(Predicate when)
    {
        if (nodes.Count == 0 || link is not (Link.Adjacent or Link.With) || nodes[^1] is not { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement } last || at + 1 >= end || items[at].Cue is not (Cue.And or Cue.Or) || Operator(at + 1, out _) is null)
        {
            return false;
        }

        var first = nodes.Count - 1;
        while (first > 0 && nodes[first].Link is Link.And or Link.Or or Link.Comma && nodes[first - 1] is { IsLeaf: true, Type: LeafType.Measurement } sharer && sharer.Bounds == last.Bounds)
        {
            first--;
        }

        KeepLimited(first);
        for (var i = first; i < nodes.Count; i++)
        {
            var own = nodes[i].ToPredicate();
            var span = own.Span.Union(when.Span);
            nodes[i].Whole = exclusion ? new Predicate.All([own, new Predicate.Not(when) { Span = when.Span }]) { Span = span } : new Predicate.Any([when, own]) { Span = span };
            nodes[i].Span = span;
        }

        return true;
    }

    // "ALT ≤ 2.5 x ULN without liver metastases": the limit is asked of those, and another one may follow for the others.
    private void KeepLimited(int first)
    {
        limitedBefore = null;
        limitedAt = nodes.Count;
        for (var i = first; i < nodes.Count; i++)
        {
            if (nodes[i].ToPredicate() is not Predicate.Leaf { Type: LeafType.Measurement, Bounds: not null } leaf)
            {
                limitedBefore = null;
                return;
            }

            (limitedBefore ??= []).Add(leaf);
        }
    }
}
