using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Filters;
using Trialist.Search.Searching;

namespace Trialist.Search.Expressions.Running;

/// <summary>Studies whose criteria give the wanted answer.</summary>
internal sealed class CriteriaAnswerFilter(Snapshot snapshot, CriteriaFilter criteria) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        var numbers = snapshot.NumbersOf(context);
        for (var doc = 0; doc < numbers.Length; doc++)
        {
            if (acceptDocs?.Get(doc) != false && criteria.Passes(numbers[doc]))
            {
                found.Set(doc);
            }
        }

        return found;
    }
}
