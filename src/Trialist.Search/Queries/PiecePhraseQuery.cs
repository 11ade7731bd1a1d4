using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Indexing;

namespace Trialist.Search.Queries;

/// <summary>
/// Words one after another in a field: the studies and scores of Lucene's <see cref="PhraseQuery"/> without slop. That one looks every word up anew and takes buffers of
/// its own for each field and segment, which for a phrase in many pieces is most of its work.
/// </summary>
/// <param name="field">The field.</param>
/// <param name="terms">At least two words.</param>
/// <param name="places">Where each word stands; of the index that is searched.</param>
/// <param name="pair">Where the two words stand as one pair, when they are indexed as such.</param>
internal sealed class PiecePhraseQuery(string field, IReadOnlyList<string> terms, IReadOnlyList<TermContext> places, TermContext? pair = null) : Query
{
    private readonly string field = field;
    private readonly IReadOnlyList<string> terms = terms;
    private readonly IReadOnlyList<TermContext> places = places;
    private readonly TermContext? pair = pair;

    /// <summary>Studies that hold the pair, or the rarest of the words.</summary>
    public int MostStudies => pair?.DocFreq ?? places.Min(place => place.DocFreq);

    public int Length => terms.Count;

    public override Weight CreateWeight(IndexSearcher searcher) => new PhraseWeight(this, searcher);

    public override void ExtractTerms(ISet<Term> terms) => terms.UnionWith(this.terms.Select(term => new Term(field, term)));

    public override string ToString(string field) => $"{(field == this.field ? "" : this.field + ":")}\"{string.Join(' ', terms)}\"";

    public override bool Equals(object? obj) => obj is PiecePhraseQuery other && base.Equals(other) && other.field == field && other.terms.SequenceEqual(terms, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(base.GetHashCode(), field, string.Join(' ', terms));

    private sealed class PhraseWeight : Weight
    {
        private readonly PiecePhraseQuery query;
        private readonly Similarity similarity;
        private readonly Similarity.SimWeight statistics;

        public PhraseWeight(PiecePhraseQuery query, IndexSearcher searcher)
        {
            this.query = query;
            similarity = searcher.Similarity;
            statistics = similarity.ComputeWeight(query.Boost, searcher.CollectionStatistics(query.field),
                [.. query.terms.Select((term, i) => searcher.TermStatistics(new Term(query.field, term), query.places[i]))]);
        }

        public override Query Query => query;

        public override float GetValueForNormalization() => statistics.GetValueForNormalization();

        public override void Normalize(float norm, float topLevelBoost) => statistics.Normalize(norm, topLevelBoost);

        public override Explanation Explain(AtomicReaderContext context, int doc) =>
            GetScorer(context, acceptDocs: null) is { } scorer && scorer.Advance(doc) == doc ? new Explanation(scorer.GetScore(), query.ToString("")) : new Explanation(0, "no such phrase");

        public override Scorer? GetScorer(AtomicReaderContext context, IBits? acceptDocs)
        {
            if (query.pair is { } pair)
            {
                return ScorerOf(pair, context, acceptDocs);
            }

            var words = new PhraseWord[query.Length];
            for (var i = 0; i < words.Length; i++)
            {
                if (query.places[i].Get(context.Ord) is not { } state)
                {
                    return null;
                }

                var terms = context.AtomicReader.GetTerms(query.field).GetEnumerator();
                terms.SeekExact(new BytesRef(query.terms[i]), state);
                words[i] = new PhraseWord(terms.DocsAndPositions(acceptDocs, null, DocsAndPositionsFlags.NONE), i, terms.DocFreq);
            }

            return new PiecePhraseScorer(this, words, similarity.GetSimScorer(statistics, context));
        }

        private PairScorer? ScorerOf(TermContext pair, AtomicReaderContext context, IBits? acceptDocs)
        {
            if (pair.Get(context.Ord) is not { } state)
            {
                return null;
            }

            var field = StudyFields.PairsOf(query.field);
            var terms = context.AtomicReader.GetTerms(field).GetEnumerator();
            terms.SeekExact(new BytesRef(CommonWords.PairOf(query.terms[0], query.terms[1])), state);
            return new PairScorer(this, terms.Docs(acceptDocs, null, DocsFlags.FREQS), similarity.GetSimScorer(statistics, context));
        }
    }
}
