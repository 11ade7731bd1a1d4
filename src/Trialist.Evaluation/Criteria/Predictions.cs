namespace Trialist.Evaluation.Criteria;

/// <summary>What the engine read in one document, in the terms of the annotated corpora.</summary>
internal sealed record Predictions(ValueList<PredictedComparison> Comparisons, ValueList<PredictedEntity> Entities)
{
    /// <summary>The predictions on a document.</summary>
    /// <param name="document">What the engine read.</param>
    /// <param name="corpus">The corpus whose convention tells how many comparisons "≥ 18 and ≤ 65" is.</param>
    public static Predictions Of(CriteriaDocument document, string corpus)
    {
        var comparisons = new List<PredictedComparison>();
        var entities = new List<PredictedEntity>();
        foreach (var criterion in document.Criteria)
        {
            var leaves = criterion.Predicate.Leaves().ToList();
            // The class of a disease counts as the value of its score: "heart failure, NYHA class III".
            comparisons.AddRange(leaves.Select(GradedDisease.ScoreOf).OfType<Predicate.Leaf>().Select(score => new PredictedComparison(score.Type, score.Concept.Name, score.Bounds!, Shortened(score.Span))));
            for (var i = 0; i < leaves.Count; i++)
            {
                if (leaves[i] is { Bounds: { } bounds } bounded && IsAsked(bounded) && !(CountsEachSide(corpus) && IsLettered(bounded, criterion)) && !SharedLimits.SaysNothingNew(leaves, i, criterion))
                {
                    AddComparisons(SharedLimits.AsWritten(leaves, i), bounds, criterion, CountsEachSide(corpus), comparisons);
                }
            }

            foreach (var leaf in leaves)
            {
                if (GradedDisease.ScoreOf(leaf) is not null)
                {
                    entities.Add(new("Measurement", leaf.Span));
                }

                foreach (var type in CorpusEntity.TypesOf(leaf, criterion.Text.Substring(leaf.Span.Start - criterion.Span.Start, leaf.Span.Length)))
                {
                    entities.Add(new(type, leaf.Span));
                }
            }
        }

        return new(comparisons.Distinct().ToValueList(), entities.Distinct().ToValueList());
    }

    // Stages and grades of a disease are not asked for, though the lexicon keeps them as scores.
    private static readonly string[] Stages = ["ajcc", "ckd.stage", "who.cns.grade"];

    private static bool IsAsked(Predicate.Leaf leaf) =>
        leaf.Type is LeafType.Age or LeafType.Measurement or LeafType.Score or LeafType.Count or LeafType.Lines or LeafType.LifeExpectancy or LeafType.Behaviour or LeafType.Biomarker && !Stages.Contains(leaf.Concept.Name);

    // Leaf marks "Child-Pugh class B" as a stage, Chia as a value.
    private static bool IsLettered(Predicate.Leaf leaf, Criterion criterion) =>
        leaf.Type == LeafType.Score && criterion.Text.AsSpan(leaf.Span.Start - criterion.Span.Start, leaf.Span.Length) is var words && !words.ContainsAnyInRange('0', '9') && ComparisonWords.HoldsLetter(words);

    // Leaf marks "≥ 18 and ≤ 65" as two comparisons, Chia as one value. "18 to 65" is one in both.
    private static bool CountsEachSide(string corpus) => corpus == "leaf";

    private static void AddComparisons(Predicate.Leaf leaf, Bounds bounds, Criterion criterion, bool eachSide, List<PredictedComparison> comparisons)
    {
        if (leaf.Except is { } except && except.Span.Start > leaf.Span.Start)
        {
            // The words of the comparison end where what lifts it begins.
            leaf = leaf with { Span = leaf.Span with { End = except.Span.Start } };
        }

        var words = criterion.Text.AsSpan(leaf.Span.Start - criterion.Span.Start, leaf.Span.Length);
        if (eachSide && bounds is { Min: { } min, Max: { } max } && ComparisonWords.SecondIn(words) is > 0 and var second)
        {
            var lowFirst = !ComparisonWords.IsUpper(words);
            var one = leaf.Span with { End = leaf.Span.Start + second };
            var two = leaf.Span with { Start = leaf.Span.Start + second };
            comparisons.Add(new(leaf.Type, leaf.Concept.Name, bounds with { Max = lowFirst ? null : max, Min = lowFirst ? min : null }, Shortened(one)));
            comparisons.Add(new(leaf.Type, leaf.Concept.Name, bounds with { Min = lowFirst ? null : min, Max = lowFirst ? max : null }, Shortened(two)));
            return;
        }

        comparisons.Add(new(leaf.Type, leaf.Concept.Name, bounds, Shortened(leaf.Span)));
    }

    private static TextSpan Shortened(TextSpan span) =>
        span.Length <= PredictedComparison.LongestSpan ? span : span with { Start = span.End - PredictedComparison.LongestSpan };
}
