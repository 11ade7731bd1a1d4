using Trialist.Terminology;

namespace Trialist.Evaluation.Criteria;

/// <summary>Whether the pieces of a unit that annotators marked are the unit that the engine read.</summary>
internal static class GoldUnit
{
    /// <summary>True when the pieces name the unit, or name none that is known. A unit said twice ("90 beats/minute (min)", "25 years to 60 years") is marked twice and counts once.</summary>
    public static bool Agrees(GoldComparison gold, PredictedComparison predicted)
    {
        if (gold.Units.IsEmpty || predicted.Type is LeafType.Score or LeafType.Count or LeafType.Lines)
        {
            // Numbers of a scale and counts have no unit in our shape; what is counted stands in the name.
            return true;
        }

        var pieces = gold.Units.Select(piece => Units.Canonical(piece) ?? piece).Distinct(StringComparer.Ordinal).ToList();
        var unit = Units.Canonical(predicted.Bounds.Unit) ?? predicted.Bounds.Unit;
        return Names(gold.Units, unit) || IsSaidTwice(gold.Units, unit) || CorpusWords.SameUnit(string.Join('/', pieces), unit)
            || CorpusWords.SameUnit(string.Join('/', pieces), unit?.Replace("{1.73_m2}", "m2", StringComparison.Ordinal))
            || (gold.HasPower && unit is not null && unit.StartsWith("10*", StringComparison.Ordinal) && unit.EndsWith($"/{pieces[^1]}", StringComparison.Ordinal));
    }

    // "kg" and "m-2": a piece with a negative power divides by itself.
    private static bool Names(IEnumerable<string> pieces, string? unit) =>
        CorpusWords.SameUnit(string.Concat(pieces.Select((piece, i) => i == 0 ? piece : $"/{piece.Replace("-", "", StringComparison.Ordinal)}")), unit);

    // "45 millilitres per minute (mL/min)": the pieces name the unit, and then name it again.
    private static bool IsSaidTwice(ValueList<string> pieces, string? unit)
    {
        for (var cut = 1; cut < pieces.Count; cut++)
        {
            if (unit is not null && IsNamed(pieces.Take(cut), unit) && IsNamed(pieces.Skip(cut), unit))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsNamed(IEnumerable<string> pieces, string unit)
    {
        var code = Units.Canonical(string.Join('/', pieces));
        return code is not null && (code == unit || code == unit.Replace("{1.73_m2}", "m2", StringComparison.Ordinal));
    }
}
