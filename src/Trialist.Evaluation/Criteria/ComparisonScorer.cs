using Trialist.Evaluation.Scoring;

namespace Trialist.Evaluation.Criteria;

/// <summary>Scores comparisons: found is an overlapping span and the same number, one to one.</summary>
internal static class ComparisonScorer
{
    public static (Score Score, List<GoldComparison> Missed, List<PredictedComparison> Invented) Found(
        IReadOnlyList<GoldComparison> gold, IReadOnlyList<PredictedComparison> predicted) =>
        Paired(gold, predicted, Meets);

    /// <summary>As found, and side, inclusiveness, unit and variable are right too.</summary>
    public static (Score Score, List<GoldComparison> Missed, List<PredictedComparison> Invented) Whole(
        IReadOnlyList<GoldComparison> gold, IReadOnlyList<PredictedComparison> predicted) =>
        Paired(gold, predicted, (g, p) => Meets(g, p) && WholeComparison.Agrees(g, p));

    private static (Score Score, List<GoldComparison> Missed, List<PredictedComparison> Invented) Paired(
        IReadOnlyList<GoldComparison> gold, IReadOnlyList<PredictedComparison> predicted, Func<GoldComparison, PredictedComparison, bool> meets)
    {
        var numeric = gold.Where(g => g.IsAsked && !g.Numbers.IsEmpty).ToList();
        predicted = WithWholeRanges(numeric, predicted);
        var pairs = Pairing.Of(numeric, predicted, meets);
        var used = pairs.Where(j => j >= 0).ToHashSet();
        // A prediction on a value that the annotators marked but that is no number ("stage IIIB"), or that is not asked for, is not held against the engine.
        var excused = gold.Where(g => !g.IsAsked || g.Numbers.IsEmpty).ToList();
        var invented = predicted.Where((p, j) => !used.Contains(j) && !excused.Any(g => g.Numbers.IsEmpty ? g.Span.Overlaps(p.Span) : Meets(g, p))).ToList();
        var missed = numeric.Where((_, i) => pairs[i] < 0).ToList();
        return (new Score(used.Count, used.Count + invented.Count, numeric.Count), missed, invented);
    }

    // "≥ 20 and ≤ 40" was marked as one range: its two sides, which are predicted apart, are one prediction.
    private static List<PredictedComparison> WithWholeRanges(List<GoldComparison> gold, IReadOnlyList<PredictedComparison> predicted)
    {
        List<PredictedComparison> whole = [.. predicted];
        foreach (var range in gold.Where(g => g is { Operator: "BETWEEN", Numbers.Count: 2 }))
        {
            var halves = whole.FindAll(p => Meets(range, p));
            if (halves is [var one, var other] && AreHalves(one, other))
            {
                whole.Remove(other);
                whole[whole.IndexOf(one)] = one with { Bounds = one.Bounds with { Min = one.Bounds.Min ?? other.Bounds.Min, Max = one.Bounds.Max ?? other.Bounds.Max }, Span = one.Span.Union(other.Span) };
            }
        }

        return whole;
    }

    private static bool AreHalves(PredictedComparison one, PredictedComparison other) =>
        one.Name == other.Name && one.Bounds.Unit == other.Bounds.Unit && !one.Span.Overlaps(other.Span)
        && (one.Bounds, other.Bounds) is ({ Min: null }, { Max: null }) or ({ Max: null }, { Min: null });

    private static bool Meets(GoldComparison gold, PredictedComparison predicted) =>
        gold.Span.Overlaps(predicted.Span) && gold.Numbers.Any(predicted.Has);
}
