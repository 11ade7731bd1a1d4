using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;

namespace Trialist.Search.Queries;

/// <summary>The studies of one segment that hold a pair of common words, scored as <see cref="PiecePhraseScorer"/> scores the two.</summary>
internal sealed class PairScorer(Weight weight, DocsEnum studies, Similarity.SimScorer score) : Scorer(weight)
{
    public override int DocID => studies.DocID;

    public override int Freq => studies.Freq;

    public override float GetScore() => score.Score(studies.DocID, studies.Freq);

    public override int NextDoc() => studies.NextDoc();

    public override int Advance(int target) => studies.Advance(target);

    public override long GetCost() => studies.GetCost();
}
