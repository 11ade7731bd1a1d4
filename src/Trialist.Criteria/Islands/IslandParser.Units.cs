using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;
using Trialist.Terminology.Measures;

namespace Trialist.Criteria.Islands;

/// <content>Values with their units.</content>
internal sealed partial class IslandParser
{
    private decimal ReadValue(int number, out string? unit, out int after, out bool predicted)
    {
        if (items[number].Value == 1 && number + 2 < end && items[number + 1].IsSign(':') && items[number + 1].Start == items[number].End && items[number + 2].Kind == ItemKind.Number && items[number + 2].Start == items[number + 1].End)
        {
            // A titre of "1:80" is compared by how often it was diluted.
            number += 2;
        }

        unit = UnitBehind(items[number], out var unitEnd, out predicted);
        after = unit is null ? SkipWhole(number) : IndexAt(unitEnd);
        after += predicted && after < end && items[after].Of(text) is "value" or "values" ? 1 : 0;
        if (UnitInBrackets(after, out var close) is { } repeated)
        {
            // "30 kilograms per square metre (kg/m2)", "40 (%)".
            unit ??= repeated;
            after = close + 1;
        }

        return WeeksAndDays(number, ref unit, ref after) ?? Fraction(number, ref after) ?? items[number].Value;
    }

    // "16 weeks 3 days", "34 0/7 weeks", "37+0 weeks": in days, unless no day is left over.
    private decimal? WeeksAndDays(int number, ref string? unit, ref int after)
    {
        var weeks = items[number].Value;
        if (weeks is < 4 or > 45 || weeks != decimal.Truncate(weeks))
        {
            return null;
        }

        var part = unit is "wk" ? after : number + 1;
        part += unit is null && part < end && items[part].IsSign('+') ? 1 : 0;
        if (part >= end || part == number + 1 && unit is not null || items[part] is not { Kind: ItemKind.Number, Value: >= 0 and < 7 } days)
        {
            return null;
        }

        var next = part + 1;
        var sevenths = next + 1 < end && items[next].IsSign('/') && items[next + 1] is { Kind: ItemKind.Number, Value: 7 };
        next += sevenths ? 2 : 0;
        var said = UnitBehind(items[next - 1], out var unitEnd, out _);
        if (unit is "wk" ? said is not "d" : !(sevenths || items[part - 1].IsSign('+')) || said is not (null or "wk"))
        {
            return null;
        }

        after = said is null ? next : IndexAt(unitEnd);
        (unit, var value) = days.Value == 0 ? ("wk", weeks) : ("d", (weeks * 7) + days.Value);
        return value;
    }

    // "> 160/100 mmHg", "> 90/100 cm": the unit stands behind the second number and is of both.
    private Limit WithUnitOfPair(Limit limit)
    {
        if (limit.Unit is not null || limit.After + 1 >= end || !items[limit.After].IsSign('/') || items[limit.After + 1].Kind != ItemKind.Number || items[limit.After].Start != items[limit.After - 1].End)
        {
            return limit;
        }

        ReadValue(limit.After + 1, out var unit, out _, out _);
        return IsTime(unit) ? limit : limit with { Unit = unit };
    }

    private const int CoolestBody = 33;
    private const int HottestBody = 44;

    // "temperature > 38 C"
    private Limit WithDegrees(Limit limit) =>
        limit.Unit is "{copies}" && (limit.Min ?? limit.Max)!.Value.Value is > CoolestBody and < HottestBody && text[limit.End - 1] is 'C' ? limit with { Unit = "Cel" } : limit;

    private string? UnitInBrackets(int open, out int close)
    {
        close = open;
        if (open + 1 >= end || !items[open].IsSign('(') || UnitBehind(items[open], out var unitEnd, out _) is not { } unit)
        {
            return null;
        }

        close = IndexAt(unitEnd);
        return close < end && items[close].IsSign(')') ? unit : null;
    }

    // "1/2 of the liver".
    private decimal? Fraction(int number, ref int after)
    {
        var whole = number + 2;
        if (whole + 1 >= end || !items[number + 1].IsSign('/') || items[whole] is not { Kind: ItemKind.Number, Value: > 1 and < 10 } || items[number].Value is < 1 or > 8 || items[number].Value >= items[whole].Value || items[number].Value != decimal.Truncate(items[number].Value) || !items[whole + 1].Of(text).StartsWith("of", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        after = whole + 1;
        return items[number].Value / items[whole].Value;
    }

    // "4/10", "5 out of 10": the scale's length asks nothing.
    private int SkipWhole(int number)
    {
        var next = number + 1;
        var whole = next + 1 < end && items[next].IsSign('/') && items[next].Start == items[number].End ? next + 1
            : next + 2 < end && items[next].Of(text) is "out" && items[next + 1].Text is "of" ? next + 2
            : next < end && items[next].Of(text) is "out of" ? next + 1 : end;
        next = whole < end && items[whole] is { Kind: ItemKind.Number, Value: 10 or 100 } && items[number].Value <= items[whole].Value ? whole + 1 : next;
        return next < end && items[next].Of(text) is "points" or "point" or "pts" ? next + 1 : next;
    }

    private string? UnitAfter(int index, out int after)
    {
        after = index;
        if (index >= end)
        {
            return null;
        }

        var unit = UnitBehind(items[index - 1], out var unitEnd, out _);
        after = unit is null ? index : IndexAt(unitEnd);
        return unit;
    }

    // Several rules try the same number.
    private string? UnitBehind(Item item, out int unitEnd, out bool predicted)
    {
        var unit = item.UnitBehind ??= UnitAt(item.End);
        (unitEnd, predicted) = (unit.End, unit.OfPredicted);
        return unit.Code;
    }

    private UnitWords UnitAt(int from)
    {
        var start = from;
        while (start < textEnd && (char.IsWhiteSpace(text[start]) || text[start] is '\\' or '-' && start - from < 2))
        {
            start++;
        }

        if (start >= textEnd)
        {
            return UnitWords.None;
        }

        var limit = NormalLimits.Match(text, start, textEnd);
        if (limit.End > 0)
        {
            return new UnitWords(limit.Unit, limit.End, false);
        }

        // A hyphen binds only words of time ("6-month").
        if (text[start] == '-' || (start > from && text[start - 1] == '-' && !char.IsLetter(text[start])))
        {
            return UnitWords.None;
        }

        if (AfterWhole(start) is > 0 and var whole)
        {
            return Units.TryMatch(text.AsSpan(0, textEnd), whole, out var time) && IsTime(time.Unit.Code) ? new UnitWords(time.Unit.Code, time.End, false) : UnitWords.None;
        }

        // "160/100 mmHg" is a pair of values; "< 50 in women" is no length; "3 molar teeth" are no concentration.
        return Units.TryMatch(text.AsSpan(0, textEnd), start, out var match) && !match.Unit.Code.StartsWith("/(", StringComparison.Ordinal) && !IsPreposition(match) && !text.AsSpan(match.Start, match.End - match.Start).Equals("molar", StringComparison.OrdinalIgnoreCase)
            ? new UnitWords(match.Unit.Code, match.End, match.OfPredicted)
            : UnitWords.None;
    }

    private static readonly string[] Whole = ["completed ", "complete ", "full "];

    // "37 completed weeks": where the unit begins; 0 where no such word stands before it.
    private int AfterWhole(int start)
    {
        foreach (var word in Whole)
        {
            if (text.AsSpan(start, textEnd - start).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return start + word.Length;
            }
        }

        return 0;
    }

    // "BMI > 30", "gestational age ≥ 37": hardly anybody writes the unit, and there is but one.
    private static string? ImpliedUnit(LexiconEntry? entry, Limit limit) =>
        entry is { Name: "bmi" or "gestational.age", Analyte: { Plausible: { } plausible } analyte } && limit.Unit is null && !limit.IsTolerance && (limit.Min ?? limit.Max) is { } bound && bound.Value >= plausible.Low && bound.Value <= plausible.High ? analyte.Unit : null;

    private bool IsPreposition(in UnitMatch match)
    {
        if (match.Unit.Code is not "[in_i]" || !text.AsSpan(match.Start, match.End - match.Start).Equals("in", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var next = match.End;
        while (next < textEnd && text[next] == ' ')
        {
            next++;
        }

        return next < textEnd && next > match.End && char.IsLetter(text[next]);
    }

    /// <summary>Index of the first item that starts at or after a character.</summary>
    private int IndexAt(int character)
    {
        var index = at;
        while (index < end && items[index].Start < character)
        {
            index++;
        }

        return index;
    }

    private int EndOf(int after) => items[after - 1].End;

    private int SkipFillers(int index)
    {
        var from = index;
        while (index < end && index - from < 4 && ((items[index].Kind == ItemKind.Cue && items[index].Cue == Cue.Filler) || items[index].IsSign(':') || items[index].IsSign('\'') || (items[index].Kind == ItemKind.Cue && items[index].Text is "a" or "the" or "of" or "to" or "than" or "age" or "ages")))
        {
            index++;
        }

        return index;
    }
}
