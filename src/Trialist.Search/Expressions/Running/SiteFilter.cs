using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Expressions.Running;

/// <summary>Studies with a site that meets a condition.</summary>
internal sealed class SiteFilter(SiteCondition condition) : Filter
{
    public SiteCondition Condition => condition;

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits acceptDocs)
    {
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        foreach (var site in condition.SitesIn(context.AtomicReader))
        {
            var doc = SiteKeys.DocOf(site);
            if (acceptDocs is null || acceptDocs.Get(doc))
            {
                found.Set(doc);
            }
        }

        return found;
    }
}
