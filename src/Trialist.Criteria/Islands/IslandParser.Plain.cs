using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Numbers without a sign: "hemoglobin 10 g/dL", "18 years of age", "weight (± 2 kg)".</content>
internal sealed partial class IslandParser
{
    private const string NoSign = "No sign says whether this is the least, the most or the very value.";

    // The value that waits has this unit, or the words say that it is an age.
    private bool IsPlainValue(int number, string? unit, int after)
    {
        if (unit is null || (number > 0 && (items[number - 1].Kind is ItemKind.Comparator or ItemKind.Number or ItemKind.Dash || items[number - 1].Is(Cue.Compare) || items[number - 1].Is(Cue.And))))
        {
            // Half of something that was not understood.
            return false;
        }

        if (after < end && items[after].Text is "of" or "for" && SkipFillers(after + 1) is var named && named < end && items[named] is { Kind: ItemKind.Mention, Match.Entry: { LeafType: LeafType.Measurement, Analyte: not null } measured } && Fits(measured, new Limit(null, null, unit, after, items[number].Start, EndOf(after), false)))
        {
            // "2 kg of birth weight", "1.5 times the upper limit of normal of creatinine"
            return true;
        }

        var limit = new Limit(null, null, unit, after, items[number].Start, EndOf(after), false);
        var waits = nodes.Count > 0 && link == Link.Adjacent && nodes[^1].IsBare;
        return waits && nodes[^1] is { Type: LeafType.Measurement, Entry: { Analyte: not null } entry } && Fits(entry, limit)
            || (waits && nodes[^1].Type == LeafType.Age && IsTime(unit))
            || (IsTime(unit) && SaysAge(limit));
    }

    // Any other value than the one said leaves the criterion open.
    private static void Open(Node node, Limit limit)
    {
        if (limit.IsPlain)
        {
            var leaf = node.ToPredicate();
            node.Whole = new Predicate.Any([leaf, new Predicate.Unread(NoSign) { Span = limit.Span }]) { Span = leaf.Span };
        }
    }

    private Limit? ReadTolerance(int start, int number)
    {
        var value = ReadValue(number, out var unit, out var after, out var predicted);
        return unit is null || (IsTime(unit) && !(nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Age })) ? null : new Limit(new Bound(-value, true), new Bound(value, true), unit, after, items[start].Start, EndOf(after), predicted) { IsTolerance = true };
    }
}
