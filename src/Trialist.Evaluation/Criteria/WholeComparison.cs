namespace Trialist.Evaluation.Criteria;

/// <summary>Whether side, inclusiveness, unit and variable of a prediction are those that the annotator marked.</summary>
internal static class WholeComparison
{
    public static bool Agrees(GoldComparison gold, PredictedComparison predicted) =>
        SidesAgree(gold, predicted.Bounds) && UnitsAgree(gold, predicted) && VariablesAgree(gold, predicted);

    private static bool SidesAgree(GoldComparison gold, Bounds bounds) => gold.Operator switch
    {
        "GTEQ" => bounds is { Min.Inclusive: true, Max: null },
        "GT" => bounds is { Min.Inclusive: false, Max: null },
        "LTEQ" => bounds is { Max.Inclusive: true, Min: null },
        "LT" => bounds is { Max.Inclusive: false, Min: null },
        "BETWEEN" => bounds is { Min: { } min, Max: { } max } && gold.Numbers.Count == 2 && min.Value == gold.Numbers[0] && max.Value == gold.Numbers[1],
        // No operator, or one that the corpus uses rarely: nothing to hold against the prediction.
        _ => true,
    };

    private static bool UnitsAgree(GoldComparison gold, PredictedComparison predicted) =>
        gold.Unit is null || CorpusWords.SameUnit(gold.Unit, predicted.Bounds.Unit);

    private static bool VariablesAgree(GoldComparison gold, PredictedComparison predicted) =>
        gold.IsAge ? predicted.Type == LeafType.Age
        : gold.Variable is null || CorpusWords.SameVariable(gold.Variable, predicted.Name);
}
