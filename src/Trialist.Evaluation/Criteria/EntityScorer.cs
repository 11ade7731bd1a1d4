using Trialist.Evaluation.Scoring;

namespace Trialist.Evaluation.Criteria;

/// <summary>Scores mentions: same type and overlapping, one to one.</summary>
internal static class EntityScorer
{
    public static Score Score(IReadOnlyList<GoldEntity> gold, IReadOnlyList<PredictedEntity> predicted)
    {
        var pairs = Pairing.Of(gold, predicted, (g, p) => g.Type == p.Type && g.Spans.Any(span => span.Overlaps(p.Span)));
        return new Score(pairs.Count(j => j >= 0), predicted.Count, gold.Count);
    }
}
