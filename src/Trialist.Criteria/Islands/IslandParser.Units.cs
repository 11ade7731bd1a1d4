using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Values with their units.</content>
internal sealed partial class IslandParser
{
    private decimal ReadValue(int number, out string? unit, out int after, out bool predicted)
    {
        unit = UnitAt(items[number].End, out var unitEnd, out predicted);
        after = unit is null ? number + 1 : IndexAt(unitEnd);
        return items[number].Value;
    }

    private string? UnitAfter(int index, out int after)
    {
        after = index;
        if (index >= end)
        {
            return null;
        }

        var unit = UnitAt(items[index - 1].End, out var unitEnd, out _);
        after = unit is null ? index : IndexAt(unitEnd);
        return unit;
    }

    private string? UnitAt(int from, out int unitEnd, out bool predicted)
    {
        unitEnd = from;
        predicted = false;
        var start = from;
        while (start < textEnd && (char.IsWhiteSpace(text[start]) || text[start] is '\\' or '-' && start - from < 2))
        {
            start++;
        }

        if (start >= textEnd)
        {
            return null;
        }

        var limit = NormalLimits.Match(text, start, textEnd);
        if (limit.End > 0)
        {
            unitEnd = limit.End;
            return limit.Unit;
        }

        // A hyphen binds only words of time ("6-month").
        if (text[start] == '-' || (start > from && text[start - 1] == '-' && !char.IsLetter(text[start])))
        {
            return null;
        }

        if (!Units.TryMatch(text.AsSpan(0, textEnd), start, out var match))
        {
            return null;
        }

        if (match.Unit.Code.StartsWith("/(", StringComparison.Ordinal))
        {
            // "160/100 mmHg" is a pair of values.
            return null;
        }

        unitEnd = match.End;
        predicted = match.OfPredicted;
        return match.Unit.Code;
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
        while (index < end && index - from < 4 && ((items[index].Kind == ItemKind.Cue && items[index].Cue == Cue.Filler) || items[index].IsSign(':') || (items[index].Kind == ItemKind.Cue && items[index].Text is "a" or "the" or "of" or "to" or "than" or "age" or "ages")))
        {
            index++;
        }

        return index;
    }
}
