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
        var places = snapshot.PlacesOf(context);

        // Silence is no answer of an area, so that those who answer are all that can be found.
        foreach (var (study, answer) in criteria.Answers)
        {
            if (!criteria.Question.Takes(answer))
            {
                continue;
            }

            foreach (var doc in places.Of(study))
            {
                if (acceptDocs?.Get(doc) != false)
                {
                    found.Set(doc);
                }
            }
        }

        return found;
    }
}
