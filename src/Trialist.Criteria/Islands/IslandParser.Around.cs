namespace Trialist.Criteria.Islands;

/// <content>Limits written around their value: "18 ≤ age ≤ 65".</content>
internal sealed partial class IslandParser
{
    private bool TryAround()
    {
        if (items[at].Kind != ItemKind.Number || depth >= DeepestNesting || (at > 0 && items[at - 1].Kind is ItemKind.Comparator or ItemKind.Number or ItemKind.Dash))
        {
            return false;
        }

        var low = ReadValue(at, out var unit, out var sign, out _);
        sign = sign < end && items[sign].IsSign('(') && MatchingClose(sign) is > 0 and var close && close - sign <= LongestUnit ? close + 1 : sign;
        if (sign >= end || items[sign] is not { Kind: ItemKind.Comparator, Text: "<" or "<=" or "=" })
        {
            return false;
        }

        var second = sign + 1;
        while (second < end && second - sign <= CountedWords && (items[second].Kind is ItemKind.Unknown or ItemKind.Mention or ItemKind.Cue or ItemKind.Dash || items[second].IsSign('(')))
        {
            // "3 ≤ free triiodothyronine (FT3) ≤ 7"
            second = items[second].IsSign('(') ? MatchingClose(second) is > 0 and var abbreviation && abbreviation - second <= LongestUnit ? abbreviation + 1 : end : second + 1;
        }

        if (second == sign + 1 || second >= end || items[second] is not { Kind: ItemKind.Comparator, Text: "<" or "<=" or "=" } || ReadLimit(second) is not { Max: { } high } limit || high.Value <= low || (unit is not null && limit.Unit is not null && unit != limit.Unit))
        {
            return false;
        }

        var (start, count) = (items[at].Start, nodes.Count);
        at = sign + 1;
        RunUntil(second);
        at = limit.After;
        limit = limit with { Min = new Bound(low, items[sign].Text != "<"), Unit = limit.Unit ?? unit };
        if (nodes.Count == 0 || nodes.Count > count + 1 || !(Bind(limit, second) || TryUnnamed(limit)))
        {
            Unread(second, limit.After, Reasons.NumberOfNothing);
            return true;
        }

        nodes[^1].Span = new TextSpan(Math.Min(start, nodes[^1].Span.Start), nodes[^1].Span.End);
        return true;
    }

    /// <summary>The same number in another unit, in brackets.</summary>
    private const int LongestUnit = 6;
}
