namespace Trialist.Evaluation.Criteria;

/// <summary>What the engine read in one document, in the terms of the annotated corpora.</summary>
internal sealed record Predictions(ValueList<PredictedComparison> Comparisons, ValueList<PredictedEntity> Entities)
{
    public static Predictions Of(CriteriaDocument document)
    {
        var comparisons = new List<PredictedComparison>();
        var entities = new List<PredictedEntity>();
        foreach (var criterion in document.Criteria)
        {
            foreach (var leaf in criterion.Predicate.Leaves())
            {
                if (leaf is { Type: LeafType.Age or LeafType.Measurement or LeafType.Score or LeafType.Count or LeafType.Lines, Bounds: { } bounds })
                {
                    comparisons.Add(new(leaf.Type, leaf.Concept.Name, bounds, Shortened(leaf.Span)));
                }

                if (EntityType(leaf.Type) is { } type)
                {
                    entities.Add(new(type, leaf.Span));
                }
            }
        }

        return new(comparisons.ToValueList(), entities.Distinct().ToValueList());
    }

    // The corpora know four kinds of mention; radiotherapy and the like count as procedures there, drugs as drugs.
    private static string? EntityType(LeafType type) => type switch
    {
        LeafType.Condition => "Condition",
        LeafType.Treatment => "Drug",
        LeafType.Procedure => "Procedure",
        LeafType.Measurement or LeafType.Score or LeafType.Biomarker => "Measurement",
        _ => null,
    };

    private static TextSpan Shortened(TextSpan span) =>
        span.Length <= PredictedComparison.LongestSpan ? span : span with { Start = span.End - PredictedComparison.LongestSpan };
}
