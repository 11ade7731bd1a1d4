using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Util;

namespace Trialist.Search.Indexing;

/// <summary>BM25 of a combined field, whose counts stand for weights (<see cref="AreaWeights.WeightOf"/>). Lengths are those of the counts.</summary>
internal sealed class WeightSimilarity(float saturation, float length) : Similarity
{
    private readonly BM25Similarity byWeight = new(saturation, length);

    public override long ComputeNorm(FieldInvertState state) => byWeight.ComputeNorm(state);

    public override SimWeight ComputeWeight(float queryBoost, CollectionStatistics collectionStats, params TermStatistics[] termStats) =>
        byWeight.ComputeWeight(queryBoost, collectionStats, termStats);

    public override SimScorer GetSimScorer(SimWeight weight, AtomicReaderContext context) => new Scorer(byWeight.GetSimScorer(weight, context));

    private sealed class Scorer(SimScorer byWeight) : SimScorer
    {
        public override float Score(int doc, float freq) => byWeight.Score(doc, AreaWeights.WeightOf(freq));

        public override float ComputeSlopFactor(int distance) => byWeight.ComputeSlopFactor(distance);

        public override float ComputePayloadFactor(int doc, int start, int end, BytesRef payload) => byWeight.ComputePayloadFactor(doc, start, end, payload);
    }
}
