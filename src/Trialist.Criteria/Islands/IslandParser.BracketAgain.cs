using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;

namespace Trialist.Criteria.Islands;

/// <content>Brackets that give another limit for some, or the same limit in another unit.</content>
internal sealed partial class IslandParser
{
    private bool StartsAlternative(int to)
    {
        var saved = end;
        end = to;
        var limit = Operator(at, out _) is not null ? ReadLimit(at) : null;
        end = saved;
        return limit is { } found && found.After < to && (items[found.After].Cue is Cue.If or Cue.With || items[found.After].Is(Cue.Prep) || items[found.After].Text is "for" or "in" or "with");
    }

    // "1,500/mm(3)": the bracket belongs to the unit.
    private bool TryCube(int to)
    {
        if (to != at + 1 || items[at] is not { Kind: ItemKind.Number, Value: 3 } || nodes.Count == 0 || nodes[^1] is not { IsLeaf: true, Bounds: { Unit: { } perLength } bounded } value || !perLength.EndsWith("/mm", StringComparison.Ordinal) || items[at - 1].Start != items[at - 2].End || Units.Canonical(perLength + "3") is not { } perCube)
        {
            return false;
        }

        value.Bounds = bounded with { Unit = perCube };
        return true;
    }

    // "2 mg/dL (177 µmol/L)": the same limit in another unit. Where the numbers do not agree, the bracket is read as words of its own.
    private bool SaysAgain(int to)
    {
        if (nodes.Count == 0 || link != Link.Adjacent || nodes[^1] is not { IsLeaf: true, Bounds: { Unit: not null } bounds } owner)
        {
            return false;
        }

        if ((bounds.Min is null) == (bounds.Max is null))
        {
            return SaysRangeAgain(owner, bounds, to);
        }

        var number = Operator(at, out var after) is not null ? after : at;
        if (number >= to || items[number].Kind != ItemKind.Number)
        {
            return false;
        }

        var value = ReadValue(number, out var unit, out var stop, out _);
        if (stop != to || unit is null || unit == bounds.Unit || Units.Convert(new Quantity(value, unit), bounds.Unit, owner.Entry?.Analyte) is not { } converted)
        {
            return false;
        }

        var written = (bounds.Min ?? bounds.Max)!.Value.Value;
        return Math.Abs(converted.Quantity.Value - written) <= Math.Abs(written) * Rounding;
    }

    /// <summary>How far two statements of one limit may lie apart by rounding.</summary>
    private const decimal Rounding = 0.05m;
}
