using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Expressions.Running;

/// <summary>
/// Several ways to meet one term, the best first: whoever meets a better one stands above all who only meet those behind it, however well. Within one way the scores decide.
/// </summary>
/// <param name="ways">The ways; null where there is none.</param>
internal sealed class LevelQuery(IReadOnlyList<Query?> ways) : Query
{
    /// <summary>How far one level is above the next. Scores are well below it, so that within a level they stay nearly as they are, and sums over several terms keep their sense.</summary>
    public const float Step = 32;

    /// <summary>The ways that there are.</summary>
    public IEnumerable<Query> Ways => ways.OfType<Query>();

    public override Query Rewrite(IndexReader reader)
    {
        var rewritten = ways.Select(way => way?.Rewrite(reader)).ToList();
        return rewritten.SequenceEqual(ways, ReferenceEqualityComparer.Instance) ? this : new LevelQuery(rewritten) { Boost = Boost };
    }

    public override void ExtractTerms(ISet<Term> terms)
    {
        foreach (var way in Ways)
        {
            way.ExtractTerms(terms);
        }
    }

    public override string ToString(string field) => $"({string.Join(" > ", Ways.Select(way => way.ToString(field)))})";

    public override Weight CreateWeight(IndexSearcher searcher) => new LevelWeight(this, [.. ways.Select(way => way?.CreateWeight(searcher))]);

    private sealed class LevelWeight(LevelQuery query, Weight?[] ways) : Weight
    {
        private float boost = query.Boost;

        public override Query Query => query;

        public override bool ScoresDocsOutOfOrder => false;

        public override float GetValueForNormalization() => ways.Sum(way => way?.GetValueForNormalization() ?? 0);

        public override void Normalize(float norm, float topLevelBoost)
        {
            boost = topLevelBoost * query.Boost;
            foreach (var way in ways)
            {
                way?.Normalize(norm, 1);
            }
        }

        public override Explanation Explain(AtomicReaderContext context, int doc) =>
            GetScorer(context, acceptDocs: null) is { } scorer && scorer.Advance(doc) == doc ? new Explanation(scorer.GetScore(), query.ToString("")) : new Explanation(0, "met in no way");

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            var scorers = new List<LevelScorer.Way>(ways.Length);
            for (var i = 0; i < ways.Length; i++)
            {
                if (ways[i]?.GetScorer(context, acceptDocs) is { } scorer)
                {
                    scorers.Add(new LevelScorer.Way(scorer, Step * (ways.Length - 1 - i)));
                }
            }

            return scorers.Count == 0 ? null : new LevelScorer(this, [.. scorers], boost);
        }
    }
}
