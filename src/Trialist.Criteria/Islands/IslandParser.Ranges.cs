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

        if (items[number].Kind != ItemKind.Number || IsSnellen(number))
        {
            return null;
        }

        if (ReadCommaValues(start, number) is { } pair)
        {
            return pair;
        }

        var low = ReadValue(number, out var lowUnit, out var next, out _);
        if (next >= end)
        {
            return null;
        }

        var (least, most) = (true, true);
        next = SkipInclusive(next, ref least);
        if (next >= end)
        {
            return null;
        }

        if (items[next].Kind == ItemKind.Dash && next + 1 < end && (items[next + 1].Is(Cue.To) || (between && items[next + 1].Cue == Cue.And)))
        {
            // "10- to 13-year-olds".
            next++;
        }

        if (items[next].Kind == ItemKind.Comparator && items[next].Text == "±" && next + 1 < end && items[next + 1].Kind == ItemKind.Number)
        {
            // "30 ± 5 mL/min".
            var width = ReadValue(next + 1, out var widthUnit, out var past, out var ofPredicted);
            return lowUnit is null || widthUnit is null || lowUnit == widthUnit
                ? new Limit(new Bound(low - width, true), new Bound(low + width, true), widthUnit ?? lowUnit, past, items[start].Start, EndOf(past), ofPredicted)
                : null;
        }

        var link1 = items[next];
        var joins = link1.Kind == ItemKind.Dash || link1.Is(Cue.To) || link1.Text is "~" || (link1.Kind == ItemKind.Cue && link1.Cue == Cue.And && (between || JoinsAges(start, number, next)));
        if (!joins && between && IsSecondAge(lowUnit, low, next))
        {
            // "from 18 yo 60 years old"
            var oldest = ReadValue(next, out _, out var behind, out _);
            return new Limit(new Bound(low, true), new Bound(oldest, true), "a", behind, items[start].Start, EndOf(behind), false);
        }

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
        after = SkipInclusive(after, ref most);
        if (lowUnit is not null && highUnit is not null && lowUnit != highUnit)
        {
            // "28 days to 23 months".
            return IsTime(lowUnit) && IsTime(highUnit)
                ? new Limit(new Bound(low, true), null, lowUnit, after, items[start].Start, EndOf(after), predicted) { Further = new Bounds(null, new Bound(high, !strict), highUnit) }
                : null;
        }

        if (high < 0 && low > 0 && number > 0 && items[number - 1] is { Kind: ItemKind.Dash } minus && minus.End == items[number].Start)
        {
            // "with -1 to -10 diopters"
            low = -low;
        }

        if (low < 100 && high >= 1000 && low * 1000 <= high && IsGrouped(number) && IsGrouped(other))
        {
            // "3.500 - 12.000 /mm3": the point groups thousands in both.
            low = decimal.Truncate(low * 1000);
        }

        if (high < low)
        {
            // "100-80 %" falls; a product code does not.
            if (link1.Kind == ItemKind.Dash && highUnit is null && !between)
            {
                return null;
            }

            (low, high) = (high, low);
        }

        return new Limit(new Bound(low, least), new Bound(high, most && !strict), highUnit ?? lowUnit, after, items[start].Start, EndOf(after), predicted);
    }

    // "between 50 kg (inclusive) and 90 kg (exclusive)"
    private int SkipInclusive(int index, ref bool inclusive)
    {
        if (index + 2 >= end || !items[index].IsSign('(') || !items[index + 2].IsSign(')') || items[index + 1].Of(text).ToLowerInvariant() is not ("inclusive" or "exclusive" or "included" or "excluded"))
        {
            return index;
        }

        inclusive = items[index + 1].Of(text)[0] is 'i' or 'I';
        return index + 3;
    }

    private bool IsSecondAge(string? lowUnit, decimal low, int next)
    {
        if (lowUnit is not "a" || items[next].Kind != ItemKind.Number || items[next].Value <= low)
        {
            return false;
        }

        ReadValue(next, out var unit, out _, out _);
        return unit is "a";
    }

    // "7 and 65 years old": nobody has two ages.
    private bool JoinsAges(int start, int number, int and)
    {
        if (start != number || and + 1 >= end || items[and + 1].Kind != ItemKind.Number || items[and + 1].Value <= items[number].Value)
        {
            return false;
        }

        ReadValue(and + 1, out var unit, out var after, out _);
        return IsTime(unit) && SaysAge(new Limit(null, null, unit, after, items[and + 1].Start, EndOf(after), false));
    }

    // "ECOG 0/1" lists values; "HIV 1/2" does not.
    private bool IsScoreBefore() => nodes.Count > 0 && nodes[^1] is { IsBare: true, Type: LeafType.Score };

    // "ASA 1,2": no scale of whole numbers has a value of 1.2.
    private Limit? ReadCommaValues(int start, int number)
    {
        var words = items[number].Of(text);
        return words is [>= '0' and <= '9', ',', >= '0' and <= '9'] && words[0] < words[2] && nodes.Count > 0 && nodes[^1] is { IsBare: true, Entry.Scale.Step: 1 }
            ? new Limit(new Bound(words[0] - '0', true), new Bound(words[2] - '0', true), null, number + 1, items[start].Start, items[number].End, false)
            : null;
    }

    // "= 18 and = 65 years": nothing equals both, so the signs lost their strokes.
    private Limit? ReadLostSigns(int start, int number)
    {
        var low = ReadValue(number, out var lowUnit, out var next, out _);
        if (next >= end || !(items[next].Cue == Cue.And || items[next].Is(Cue.To) || items[next].IsSign(',') || items[next].Kind == ItemKind.Comparator))
        {
            return null;
        }

        var second = items[next].Kind == ItemKind.Comparator ? next : next + 1;
        if (second + 1 >= end || items[second].Kind != ItemKind.Comparator || items[second].Text is not ("=" or "<" or "<=") || items[second + 1].Kind != ItemKind.Number)
        {
            return null;
        }

        var high = ReadValue(second + 1, out var highUnit, out var after, out var predicted);
        return high > low && (lowUnit is null || highUnit is null || lowUnit == highUnit)
            ? new Limit(new Bound(low, true), new Bound(high, items[second].Text != "<"), highUnit ?? lowUnit, after, items[start].Start, EndOf(after), predicted)
            : null;
    }

    private bool IsGrouped(int number)
    {
        var words = items[number].Of(text);
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
            while (next < end && next - index < 4 && (items[next].IsSign(',') || (items[next].IsSign('/') && IsScoreBefore()) || items[next].Cue is Cue.Or or Cue.And || (items[next].Cue == Cue.Filler && next > index + 1)))
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

        if (index == number || (items[number + 1].IsSign(',') && index + 2 < end && items[index + 1].Cue is Cue.And or Cue.Or && items[index + 2].Kind == ItemKind.Number))
        {
            // "at 0, 1 and 6 months": a list that goes on is no range.
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
