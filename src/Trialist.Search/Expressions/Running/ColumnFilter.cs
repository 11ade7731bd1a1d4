using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Filters;
using Trialist.Search.Searching;

namespace Trialist.Search.Expressions.Running;

/// <summary>Studies that pass filters of the finder.</summary>
internal sealed class ColumnFilter(Snapshot snapshot, IReadOnlyList<ActiveFilter> filters) : Filter
{
    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var columns = snapshot.ColumnsOf(context);
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        for (var doc = 0; doc < found.Length; doc++)
        {
            if (acceptDocs?.Get(doc) != false && filters.All(filter => filter.Passes(columns, doc)))
            {
                found.Set(doc);
            }
        }

        return found;
    }
}
