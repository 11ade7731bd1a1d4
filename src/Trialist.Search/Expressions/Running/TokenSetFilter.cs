using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Expressions.Running;

/// <summary>Studies that have one of some values.</summary>
internal sealed class TokenSetFilter(TokenSet tokens) : Filter
{
    public TokenSet Tokens => tokens;

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        DocsEnum? docs = null;
        foreach (var terms in tokens.In(context.AtomicReader))
        {
            docs = terms.Docs(acceptDocs, docs, DocsFlags.NONE);
            for (var doc = docs.NextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.NextDoc())
            {
                found.Set(doc);
            }
        }

        return found;
    }
}
