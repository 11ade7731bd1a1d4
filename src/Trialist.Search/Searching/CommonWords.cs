using System.Collections.Concurrent;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Searching;

/// <summary>The studies of the commonest words of one segment as sets, with the best score that such a word can give. Made when first asked for; a segment never changes.</summary>
internal sealed class CommonWords
{
    /// <summary>A word that more than one study in so many holds is common.</summary>
    public const int Rarity = 16;

    // A set of 550,000 studies has 69 KB.
    private const int MostKept = 400;

    private readonly ConcurrentDictionary<Term, Word> kept = new();
    private int words; // to count a concurrent dictionary takes all its locks

    /// <summary>A common word: its studies, deleted ones among them, and its greatest score at a boost of 1.</summary>
    public sealed record Word(FixedBitSet Docs, double Greatest);

    /// <summary>The word of a query, when it is common in the segment; null otherwise.</summary>
    public Word? Of(TermQuery query, IndexSearcher searcher, AtomicReaderContext segment)
    {
        if (kept.TryGetValue(query.Term, out var known))
        {
            return known;
        }

        if ((long)segment.AtomicReader.DocFreq(query.Term) * Rarity < segment.AtomicReader.MaxDoc || words >= MostKept)
        {
            return null;
        }

        var docs = new FixedBitSet(segment.AtomicReader.MaxDoc);
        double greatest = 0;
        if (searcher.CreateNormalizedWeight(new TermQuery(query.Term)).GetScorer(segment, acceptDocs: null) is { } scorer)
        {
            while (scorer.NextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            {
                docs.Set(scorer.DocID);
                greatest = Math.Max(greatest, scorer.GetScore());
            }
        }

        Interlocked.Increment(ref words);
        return kept[query.Term] = new Word(docs, greatest);
    }
}
