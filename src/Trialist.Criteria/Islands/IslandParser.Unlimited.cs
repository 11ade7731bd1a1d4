using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Values that no limit was said of: it stands before their bracket, or it is missing.</content>
internal sealed partial class IslandParser
{
    private void LimitBareValues()
    {
        for (var i = 1; i < nodes.Count; i++)
        {
            if (nodes[i - 1] is { IsLeaf: true, Type: LeafType.Measurement, Bounds: null, Qualifiers.Count: 0 } bare && nodes[i] is { IsLeaf: true, Type: LeafType.Measurement, Bounds: not null } limited && limited.Concept == bare.Concept && nodes[i].Link is Link.Adjacent or Link.With)
            {
                // "ejection fraction (LVEF ≥ 55 %)" says it once.
                passed.Add(bare.Span);
                (limited.Link, limited.Span) = (bare.Link, limited.Span.Union(bare.Span));
                nodes.RemoveAt(--i);
                continue;
            }

            if (nodes[i] is { Whole: Predicate.Any or Predicate.All } members && nodes[i - 1] is { IsLeaf: true, Type: LeafType.Measurement or LeafType.Biomarker, Bounds: { Unit: Units.UpperLimitOfNormal or Units.LowerLimitOfNormal } bounds } value && members.Span.Start > value.Span.End
                && text.AsSpan(value.Span.End, members.Span.Start - value.Span.End).Trim().StartsWith("(") && Leaves.Of(members.Whole).TrueForAll(IsBareValue))
            {
                // "liver tests ≤ 5 x ULN (AST and ALP)": the limit is of those in the bracket as well.
                members.Whole = Limited(members.Whole, bounds, value.When);
                members.Link = exclusion ? Link.Or : members.Link;
            }
        }

        foreach (var node in nodes)
        {
            if (node.Whole is Predicate.All or Predicate.Any)
            {
                node.Whole = WithLimits(node.Whole);
            }

            if (unread.Count > 0 || node.Whole is null)
            {
                continue;
            }

            foreach (var leaf in Leaves.Of(node.Whole))
            {
                if (IsBareValue(leaf) && !Array.Exists(leaf.Qualifiers.ToArray(), SaysHowItIs))
                {
                    unread.Add(new UnreadWords(leaf.Span, "A limit was expected and none was understood."));
                    Doubt(node, leaf.Span, "A limit was expected and none was understood.");
                    break;
                }
            }
        }
    }

    // The same in what is joined already: a limit in front of its bracket, a value that a sibling says with its limit.
    private Predicate WithLimits(Predicate predicate)
    {
        if (predicate is Predicate.All { Items: var listed } all && listed.Any(item => item is Predicate.Leaf leaf && IsBareValue(leaf) && IsSaidAgain(leaf, listed)))
        {
            var kept = listed.Where(item => !(item is Predicate.Leaf leaf && IsBareValue(leaf) && IsSaidAgain(leaf, listed))).ToList();
            return kept.Count == 1 ? kept[0] : all with { Items = kept.ToValueList() };
        }

        return predicate switch
        {
            Predicate.All { Items: [Predicate.Leaf { Bounds: { Unit: Units.UpperLimitOfNormal or Units.LowerLimitOfNormal } bounds } value, ..] } joined when BracketOfBare(value, joined.Items) => joined with { Items = joined.Items.Select((item, i) => i == 0 ? item : Limited(item, bounds, value.When)).ToValueList() },
            Predicate.Any { Items: [Predicate.Leaf { Bounds: { Unit: Units.UpperLimitOfNormal or Units.LowerLimitOfNormal } bounds } value, ..] } joined when BracketOfBare(value, joined.Items) => joined with { Items = joined.Items.Select((item, i) => i == 0 ? item : Limited(item, bounds, value.When)).ToValueList() },
            _ => predicate,
        };
    }

    private bool BracketOfBare(Predicate.Leaf value, ValueList<Predicate> listed) =>
        value.Type is LeafType.Measurement or LeafType.Biomarker && listed.Count > 1 && listed[1].Span.Start > value.Span.End && text.AsSpan(value.Span.End, listed[1].Span.Start - value.Span.End).Contains('(')
        && listed.Skip(1).All(item => Leaves.Of(item).TrueForAll(IsBareValue));

    // "a negative pregnancy test (urine hCG)" says what is measured.
    private static bool IsSaidAgain(Predicate.Leaf bare, ValueList<Predicate> listed) => bare.Type == LeafType.Measurement &&
        listed.Any(item => item is Predicate.Leaf limited && ((limited.Bounds is not null && bare.Qualifiers.IsEmpty && limited.Concept == bare.Concept) || (limited.Type == LeafType.Pregnancy && bare.Concept.Name == "hcg")));

    private static bool IsBareValue(Predicate.Leaf leaf) => leaf is { Type: LeafType.Measurement or LeafType.Score, Bounds: null };

    // "unstable blood pressure", "prolonged PT"
    private static bool SaysHowItIs(Qualifier qualifier) =>
        qualifier.Kind is QualifierKind.Result or QualifierKind.Grade or QualifierKind.Severity || qualifier is { Kind: QualifierKind.Status, Value: not ("other" or "another" or "complete" or "therapeutic" or "daily" or "single" or "resting") };

    private static Predicate Limited(Predicate predicate, Bounds bounds, TimeWindow? when) => predicate switch
    {
        Predicate.Leaf leaf => leaf with { Bounds = bounds, When = when },
        Predicate.All all => all with { Items = all.Items.Select(item => Limited(item, bounds, when)).ToValueList() },
        Predicate.Any any => any with { Items = any.Items.Select(item => Limited(item, bounds, when)).ToValueList() },
        _ => predicate,
    };
}
