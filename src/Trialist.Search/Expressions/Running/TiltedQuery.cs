using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Pieces;
using Trialist.Search.Searching;

namespace Trialist.Search.Expressions.Running;

/// <summary>Another query with its scores lowered by the order of a piece's values: the greatest value keeps its score, the least keeps half, and none at all a little less.</summary>
internal sealed class TiltedQuery(Query inner, Piece piece, Snapshot snapshot) : Query
{
    private const float LeastShare = 0.5f;
    private const float ShareOfNone = 0.49f;

    public Query Inner => inner;

    public override Query Rewrite(IndexReader reader) => inner.Rewrite(reader) is var rewritten && ReferenceEquals(rewritten, inner) ? this : new TiltedQuery(rewritten, piece, snapshot) { Boost = Boost };

    public override void ExtractTerms(ISet<Term> terms) => inner.ExtractTerms(terms);

    public override string ToString(string field) => $"TILT[{piece.Name}]{inner.ToString(field)}";

    public override Weight CreateWeight(IndexSearcher searcher)
    {
        var columns = snapshot.Reader.Leaves.Select(leaf => snapshot.OrderOf(leaf, piece)).Where(column => !double.IsNaN(column.Least)).ToList();
        var least = columns.Count == 0 ? 0 : columns.Min(column => column.Least);
        var greatest = columns.Count == 0 ? 0 : columns.Max(column => column.Greatest);
        return new TiltedWeight(this, inner.CreateWeight(searcher), (context, doc) =>
        {
            var value = snapshot.OrderOf(context, piece).Of(doc, descending: true);
            return double.IsNaN(value) ? ShareOfNone : greatest <= least ? LeastShare : LeastShare + ((1 - LeastShare) * (float)((value - least) / (greatest - least)));
        });
    }

    private sealed class TiltedWeight(Query query, Weight inner, Func<AtomicReaderContext, int, float> share) : Weight
    {
        public override Query Query => query;

        public override bool ScoresDocsOutOfOrder => false;

        public override float GetValueForNormalization() => inner.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => inner.Normalize(norm, topLevelBoost * query.Boost);

        public override Explanation Explain(AtomicReaderContext context, int doc) => inner.Explain(context, doc);

        public override Scorer GetScorer(AtomicReaderContext context, IBits acceptDocs) =>
            inner.GetScorer(context, acceptDocs) is { } scorer ? new TiltedScorer(this, scorer, doc => share(context, doc)) : null!;
    }

    private sealed class TiltedScorer(Weight weight, Scorer inner, Func<int, float> share) : Scorer(weight)
    {
        public override int DocID => inner.DocID;

        public override int Freq => inner.Freq;

        public override float GetScore() => inner.GetScore() * share(inner.DocID);

        public override int NextDoc() => inner.NextDoc();

        public override int Advance(int target) => inner.Advance(target);

        public override long GetCost() => inner.GetCost();
    }
}
