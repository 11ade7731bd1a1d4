namespace Trialist.Evaluation.Criteria;

/// <summary>Whether side, inclusiveness, unit and variable of a prediction are those that the annotator marked.</summary>
internal static class WholeComparison
{
    public static bool Agrees(GoldComparison gold, PredictedComparison predicted) =>
        SidesAgree(gold, predicted.Bounds) && GoldUnit.Agrees(gold, predicted) && VariablesAgree(gold, predicted);

    // "over 18 and under 75" may be read as one range though each side was marked by itself: each side is right by its own end.
    private static bool SidesAgree(GoldComparison gold, Bounds bounds) => gold.Operator switch
    {
        "GTEQ" => bounds.Min is { Inclusive: true } end && gold.Numbers.Contains(end.Value),
        "GT" => bounds.Min is { Inclusive: false } end && gold.Numbers.Contains(end.Value),
        "LTEQ" => bounds.Max is { Inclusive: true } end && gold.Numbers.Contains(end.Value),
        "LT" => bounds.Max is { Inclusive: false } end && gold.Numbers.Contains(end.Value),
        "BETWEEN" => bounds is { Min: { } min, Max: { } max } && (gold.Numbers.Count != 2 || (min.Value == gold.Numbers[0] && max.Value == gold.Numbers[1])),
        // No operator, or one that the corpus uses rarely: nothing to hold against the prediction.
        _ => true,
    };

    private static bool VariablesAgree(GoldComparison gold, PredictedComparison predicted) =>
        gold.IsAge ? predicted.Type == LeafType.Age
        : gold.Variables.IsEmpty || gold.Variables.Any(words => CorpusWords.SameVariable(words, predicted.Name) || CorpusWords.IsInitialism(words, predicted.Name))
            || CorpusWords.IsMadeOf(gold.Variables, predicted.Name)
            // "previous treatment with two or more lines": what is marked is the treatment, what is counted are its lines.
            || (predicted.Type == LeafType.Lines && gold.Variables.Any(words => words.Contains("treatment", StringComparison.OrdinalIgnoreCase) || words.Contains("therapy", StringComparison.OrdinalIgnoreCase)))
            // "liver stiffness ≥ 10 kPa" with the unit marked as the variable.
            || (predicted.Bounds.Unit is { } unit && gold.Variables.All(words => Terminology.Units.Canonical(words) == unit))
            || (predicted.Type == LeafType.Count && gold.Units.Any(words => CorpusWords.SameVariable(words, predicted.Name)));
}
