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
        return CorpusWords.SameUnit(string.Join('/', gold.Units), unit)
            || CorpusWords.SameUnit(string.Join('/', pieces), unit)
            || CorpusWords.SameUnit(string.Join('/', pieces), unit?.Replace("{1.73_m2}", "m2", StringComparison.Ordinal))
            || (gold.HasPower && unit is not null && unit.StartsWith("10*", StringComparison.Ordinal) && unit.EndsWith($"/{pieces[^1]}", StringComparison.Ordinal));
    }
}
