using Trialist.Evaluation.Scoring;

namespace Trialist.Evaluation.Criteria;

/// <summary>The figures of <c>evaluate criteria</c> on one corpus.</summary>
/// <param name="Corpus">Its name.</param>
/// <param name="Documents">Documents read.</param>
/// <param name="HasGold">False where the file had no annotations: then no score can be given.</param>
/// <param name="Found">Comparisons found: overlapping span and the same number.</param>
/// <param name="Whole">As found, with side, inclusiveness, unit and variable right; null where the corpus does not mark them.</param>
/// <param name="Entities">Mentions by type, overlapping; empty where the corpus is not scored so.</param>
internal sealed record CriteriaFigures(
    string Corpus, int Documents, bool HasGold, Score Found, Score? Whole, ValueList<(string Type, Score Score)> Entities)
{
    /// <summary>All four kinds of mention together.</summary>
    public Score AllEntities => Entities.Aggregate(default(Score), (sum, entry) => sum + entry.Score);
}
