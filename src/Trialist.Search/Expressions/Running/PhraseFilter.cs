using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Expressions.Running;

/// <summary>Studies in which a phrase stands as it is written, or at the edges of a value.</summary>
internal sealed class PhraseFilter(string piece, PhraseTerms phrase) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        if (PhrasePlaces.Of(context.AtomicReader, piece, phrase, acceptDocs) is { } places)
        {
            for (var doc = places.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = places.NextDoc())
            {
                found.Set(doc);
            }
        }

        return found;
    }
}
