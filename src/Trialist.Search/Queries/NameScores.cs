using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;

namespace Trialist.Search.Queries;

/// <summary>
/// The studies that hold a name of several words, with their scores, found once for a state of the index. The names come from a bounded book of synonyms and are asked for
/// again and again, while each is a phrase to look up in eight fields of every segment.
/// </summary>
/// <param name="searcher">Over the state of the index.</param>
internal sealed class NameScores(IndexSearcher searcher)
{
    private const int MostNames = 20_000;
    private const long MostStudies = 8_000_000; // 64 MB

    private readonly ConcurrentDictionary<string, Found[]> kept = new(StringComparer.Ordinal);
    private long studies;

    /// <summary>A name in one segment.</summary>
    /// <param name="Docs">Its studies, ascending, deleted ones among them.</param>
    /// <param name="Scores">Their scores at a boost of 1.</param>
    public sealed record Found(int[] Docs, float[] Scores);

    /// <summary>The name in each segment, by the number of the segment.</summary>
    /// <param name="key">Tells one name in one area apart.</param>
    /// <param name="query">Finds it; its own boost does not count.</param>
    public Found[] Of(string key, Query query)
    {
        if (kept.TryGetValue(key, out var known))
        {
            return known;
        }

        var found = Find(query);
        if (kept.Count < MostNames && Interlocked.Add(ref studies, found.Sum(one => one.Docs.Length)) < MostStudies)
        {
            kept[key] = found;
        }

        return found;
    }

    private Found[] Find(Query query)
    {
        var unboosted = (Query)query.Clone();
        unboosted.Boost = 1;
        var weight = searcher.CreateNormalizedWeight(unboosted);
        return [.. searcher.IndexReader.Leaves.Select(segment => FindIn(segment, weight))];
    }

    private static Found FindIn(AtomicReaderContext segment, Weight weight)
    {
        var docs = new List<int>();
        var scores = new List<float>();
        if (weight.GetScorer(segment, acceptDocs: null) is { } scorer)
        {
            while (scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                docs.Add(scorer.DocID);
                scores.Add(scorer.GetScore());
            }
        }

        return new Found([.. docs], [.. scores]);
    }
}
