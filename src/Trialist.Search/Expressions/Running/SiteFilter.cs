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
        var reader = context.AtomicReader;
        var found = new FixedBitSet(reader.MaxDoc);
        var numbers = SiteNumbers.Of(reader);
        using var sites = SiteSet.Of(numbers);
        condition.AddTo(sites, reader, numbers);
        var doc = 0;
        for (var site = sites.Next(0); site >= 0; site = sites.Next(numbers.End(doc)))
        {
            while (numbers.End(doc) <= site)
            {
                doc++;
            }

            if (acceptDocs is null || acceptDocs.Get(doc))
            {
                found.Set(doc);
            }
        }

        return found;
    }
}
