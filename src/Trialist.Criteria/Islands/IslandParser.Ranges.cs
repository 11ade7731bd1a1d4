using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>Ranges: two numbers that bound from both sides.</content>
internal sealed partial class IslandParser
{
    /// <summary>"7.0-10.0 %", "18 to 65 years", "between 7 and 10", "0 or 1", "0, 1 or 2".</summary>
    private Limit? ReadRange(int start, int number)
    {
        var between = items[start].Kind == ItemKind.Cue && items[start].Is(Cue.Between);
        if (number >= end)
        {
            return null;
        }

        var openOp = Operator(number, out var afterOp);
        if (between && openOp is not null && afterOp < end && items[afterOp].Kind == ItemKind.Number)
        {
            return ReadLimit(number) is { Min: not null, Max: not null } both ? both with { Start = items[start].Start } : null;
        }

        if (items[number].Kind != ItemKind.Number)
        {
            return null;
        }

        var low = ReadValue(number, out var lowUnit, out var next, out _);
        if (next >= end)
        {
            return null;
        }

        var link1 = items[next];
        var joins = link1.Kind == ItemKind.Dash || link1.Is(Cue.To) || link1.Text is "~" || (link1.Kind == ItemKind.Cue && link1.Cue == Cue.And && between);
        if (!joins)
        {
            return lowUnit is null ? ReadValues(start, number) : null;
        }

        var other = SkipFillers(next + 1);
        var strict = false;
        if (other < end && Operator(other, out var afterSecond) is { } op && op[0] == '<')
        {
            strict = op.Length == 1;
            other = SkipFillers(afterSecond);
        }
        else if (link1.Kind == ItemKind.Cue && link1.Text is null && link1.Span.Of(text).Contains('<', StringComparison.Ordinal))
        {
            strict = true;
        }

        if (other >= end || items[other].Kind != ItemKind.Number)
        {
            return null;
        }

        var high = ReadValue(other, out var highUnit, out var after, out var predicted);
        if (low < 100 && high >= 1000 && low * 1000 <= high && IsGrouped(number) && IsGrouped(other))
        {
            // "3.500 - 12.000 /mm3": the point groups thousands in both.
            low = decimal.Truncate(low * 1000);
        }

        if (high < low)
        {
            // "100-80 %" falls; a product code does not.
            if (link1.Kind == ItemKind.Dash && highUnit is null)
            {
                return null;
            }

            (low, high) = (high, low);
        }

        return new Limit(new Bound(low, true), new Bound(high, !strict), highUnit ?? lowUnit, after, items[start].Start, EndOf(after), predicted);
    }

    private bool IsGrouped(int number)
    {
        var words = items[number].Span.Of(text);
        return words.Length > 4 && words[^4] == '.';
    }

    /// <summary>"0 or 1", "0, 1, or 2", "0/1": neighbouring whole numbers, as scores are written.</summary>
    private Limit? ReadValues(int start, int number)
    {
        var low = items[number].Value;
        var high = low;
        var index = number;
        while (index + 1 < end)
        {
            var next = index + 1;
            while (next < end && next - index < 4 && (items[next].IsSign(',') || items[next].IsSign('/') || items[next].Cue is Cue.Or or Cue.And || (items[next].Cue == Cue.Filler && next > index + 1)))
            {
                next++;
            }

            if (next == index + 1 || next >= end || items[next].Kind != ItemKind.Number || items[next].Value != high + 1)
            {
                break;
            }

            high = items[next].Value;
            index = next;
        }

        if (index == number)
        {
            return null;
        }

        ReadValue(index, out var unit, out var after, out var predicted);
        return new Limit(new Bound(low, true), new Bound(high, true), unit, after, items[start].Start, EndOf(after), predicted);
    }

    // "between (16-24) weeks": the bracket holds the numbers only.
    private Limit? ReadBracketed(int index)
    {
        var open = SkipFillers(index + 1);
        if (open + 2 >= end || !items[open].IsSign('(') || items[open + 1].Kind != ItemKind.Number || items[index].Is(Cue.Compare))
        {
            return null;
        }

        if (ReadRange(open + 1, open + 1) is not { } inner || inner.After >= end || !items[inner.After].IsSign(')'))
        {
            return null;
        }

        var unit = UnitAfter(inner.After + 1, out var after);
        return inner with { Unit = inner.Unit ?? unit, After = after, Start = items[index].Start, End = EndOf(after) };
    }
}
