using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Searching;

/// <summary>The studies of a rare part of a query in one segment with their scores, all computed in one pass.</summary>
internal sealed class RareScores
{
    private readonly List<int> docs = [];
    private readonly List<float> scores = [];

    /// <summary>Reads a scorer to its end.</summary>
    /// <param name="scorer">Stands before its first study.</param>
    /// <param name="found">Takes the studies.</param>
    public RareScores(Scorer scorer, FixedBitSet found)
    {
        while (scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            found.Set(scorer.DocID);
            docs.Add(scorer.DocID);
            scores.Add(scorer.GetScore());
        }
    }

    /// <summary>The score of a study that the part holds.</summary>
    /// <param name="doc">The study.</param>
    /// <param name="from">Where to look from; moves on, for studies in ascending order.</param>
    public float Of(int doc, ref int from)
    {
        while (docs[from] < doc)
        {
            from++;
        }

        return scores[from];
    }
}
