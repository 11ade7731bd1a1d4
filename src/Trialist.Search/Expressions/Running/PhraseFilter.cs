using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Indexing;

namespace Trialist.Search.Expressions.Running;

/// <summary>Studies in which a phrase stands as it is written, or at the edges of a value.</summary>
internal sealed class PhraseFilter(string piece, PhraseTerms phrase) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        if (Postings(context.AtomicReader, acceptDocs) is not { } words)
        {
            return found;
        }

        var doc = words[0].NextDoc();
        while (doc != DocIdSetIterator.NO_MORE_DOCS)
        {
            var furthest = words.Max(word => word.DocID >= doc ? word.DocID : word.Advance(doc));
            if (furthest > doc)
            {
                doc = words[0].Advance(furthest);
                continue;
            }

            if (Stands(words))
            {
                found.Set(doc);
            }

            doc = words[0].NextDoc();
        }

        return found;
    }

    private List<DocsAndPositionsEnum>? Postings(AtomicReader reader, IBits acceptDocs)
    {
        var words = new List<DocsAndPositionsEnum>();
        foreach (var term in phrase.Terms)
        {
            if (TermPlaces.At(reader, piece, term) is not { } terms)
            {
                return null;
            }

            words.Add(terms.DocsAndPositions(acceptDocs, null, DocsAndPositionsFlags.PAYLOADS));
        }

        return words;
    }

    // Every enumerator stands at the same study: the phrase begins where all its words say that it does.
    private bool Stands(List<DocsAndPositionsEnum> words)
    {
        var firsts = Firsts(words, 0);
        for (var i = 1; i < words.Count && firsts.Count > 0; i++)
        {
            firsts.IntersectWith(Firsts(words, i));
        }

        return firsts.Count > 0;
    }

    private HashSet<int> Firsts(List<DocsAndPositionsEnum> words, int i)
    {
        var firsts = new HashSet<int>();
        for (var left = words[i].Freq; left > 0; left--)
        {
            var position = words[i].NextPosition();
            if (phrase.Allows(i, MarkBytes.Read(words[i].GetPayload())))
            {
                firsts.Add(position - i);
            }
        }

        return firsts;
    }
}
