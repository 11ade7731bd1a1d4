using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Searching;

/// <summary>The studies of one part of a query in one segment with their scores, all computed in one pass. Deleted studies are among them.</summary>
internal sealed class PartScores
{
    private readonly List<int> docs = [];
    private readonly List<float> scores = [];

    /// <summary>Reads a scorer to its end.</summary>
    /// <param name="scorer">Stands before its first study.</param>
    /// <param name="studies">How many studies the segment has.</param>
    public PartScores(Scorer scorer, int studies)
    {
        Docs = new FixedBitSet(studies);
        while (scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
        {
            var score = scorer.GetScore();
            Docs.Set(scorer.DocID);
            docs.Add(scorer.DocID);
            scores.Add(score);
            Greatest = Math.Max(Greatest, score);
        }
    }

    /// <summary>The studies as a set.</summary>
    public FixedBitSet Docs { get; }

    /// <summary>How many they are.</summary>
    public int Count => docs.Count;

    /// <summary>The best of the scores.</summary>
    public double Greatest { get; }

    /// <summary>The score of a study; 0 for one that the part does not hold.</summary>
    /// <param name="doc">The study.</param>
    /// <param name="from">Where to look from; moves on, for studies in ascending order.</param>
    public float Of(int doc, ref int from)
    {
        while (from < docs.Count && docs[from] < doc)
        {
            from++;
        }

        return from < docs.Count && docs[from] == doc ? scores[from] : 0;
    }

    /// <summary>The scores as a column, for a part that many studies hold; null when they are too many different ones.</summary>
    public ScoreColumn? ToColumn()
    {
        var codes = new ushort[Docs.Length];
        var values = new List<float> { 0 };
        var known = new Dictionary<float, ushort>();
        for (var i = 0; i < docs.Count; i++)
        {
            if (!known.TryGetValue(scores[i], out var code))
            {
                if (values.Count > ushort.MaxValue)
                {
                    return null;
                }

                known.Add(scores[i], code = (ushort)values.Count);
                values.Add(scores[i]);
            }

            codes[docs[i]] = code;
        }

        return new ScoreColumn(Docs, codes, [.. values], Greatest);
    }
}
