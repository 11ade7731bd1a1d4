using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Queries;

/// <summary>A name of several words whose studies are remembered: the same studies and scores as of the query that finds it.</summary>
/// <param name="key">Tells one name in one area apart.</param>
/// <param name="inner">Finds the name.</param>
/// <param name="names">What is remembered.</param>
internal sealed class NameQuery(string key, Query inner, NameScores names) : Query
{
    private readonly string key = key;

    /// <summary>Finds the name.</summary>
    public Query Inner => inner;

    public override Weight CreateWeight(IndexSearcher searcher) => new NameWeight(this, names.Of(key, inner));

    public override void ExtractTerms(ISet<Term> terms) => inner.ExtractTerms(terms);

    public override string ToString(string field) => inner.ToString(field);

    public override bool Equals(object? obj) => obj is NameQuery other && base.Equals(other) && other.key == key;

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), key);

    private sealed class NameWeight(NameQuery query, NameScores.Found[] found) : Weight
    {
        private float boost = query.Boost;

        public override Query Query => query;

        public override bool ScoresDocsOutOfOrder => false;

        public override float GetValueForNormalization() => query.Boost * query.Boost;

        public override void Normalize(float norm, float topLevelBoost) => boost = norm * topLevelBoost * query.Boost;

        public override Explanation Explain(AtomicReaderContext context, int doc) =>
            GetScorer(context, acceptDocs: null) is { } scorer && scorer.Advance(doc) == doc ? new Explanation(scorer.GetScore(), query.ToString("")) : new Explanation(0, "no such name");

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs) =>
            found[context.Ord] is { Docs.Length: > 0 } here ? new NameScorer(this, here, boost, acceptDocs) : null;
    }

    private sealed class NameScorer(Weight weight, NameScores.Found found, float boost, IBits? accepted) : Scorer(weight)
    {
        private int at = -1;
        private int doc = -1;

        public override int DocID => doc;

        public override int Freq => 1;

        public override float GetScore() => found.Scores[at] * boost;

        public override int NextDoc()
        {
            do
            {
                at++;
            }
            while (at < found.Docs.Length && accepted is not null && !accepted.Get(found.Docs[at]));
            return doc = at < found.Docs.Length ? found.Docs[at] : NO_MORE_DOCS;
        }

        public override int Advance(int target)
        {
            var next = Array.BinarySearch(found.Docs, Math.Max(at, 0), found.Docs.Length - Math.Max(at, 0), target);
            at = (next < 0 ? ~next : next) - 1;
            return NextDoc();
        }

        public override long GetCost() => found.Docs.Length;
    }
}
