using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Expressions.Running;

/// <summary>Studies that a query does not find. They are a set and nothing is scored, so that expressions may be denied over and over.</summary>
/// <param name="denied">The query.</param>
/// <param name="searcher">Over the state of the index.</param>
internal sealed class ComplementFilter(Query denied, IndexSearcher searcher) : Filter
{
    /// <summary>What the studies must not meet.</summary>
    public Query Denied => denied;

    public override DocIdSet GetDocIdSet(AtomicReaderContext context, IBits? acceptDocs)
    {
        var found = new FixedBitSet(context.AtomicReader.MaxDoc);
        Add(denied, context, found);
        found.Flip(0, found.Length);
        if (acceptDocs is not null)
        {
            for (var doc = 0; doc < found.Length; doc++)
            {
                if (!acceptDocs.Get(doc))
                {
                    found.Clear(doc);
                }
            }
        }

        return found;
    }

    private void Add(Query query, AtomicReaderContext context, FixedBitSet found)
    {
        switch (query)
        {
            case MatchAllDocsQuery:
                found.Set(0, found.Length);
                break;
            case BooleanQuery { MinimumNumberShouldMatch: 0 } any when any.Clauses.All(clause => clause.Occur == Occur.SHOULD):
                AddAll(any.Clauses.Select(clause => clause.Query), context, found);
                break;
            case DisjunctionMaxQuery any:
                AddAll(any, context, found);
                break;
            case LevelQuery levels:
                AddAll(levels.Ways, context, found);
                break;
            case ConstantScoreQuery { Query: { } inner }:
                Add(inner, context, found);
                break;
            case ConstantScoreQuery { Filter: { } filter }:
                Add(filter.GetDocIdSet(context, acceptDocs: null)?.GetIterator(), found);
                break;
            default:
                Add(searcher.CreateNormalizedWeight(query).GetScorer(context, acceptDocs: null), found);
                break;
        }
    }

    private void AddAll(IEnumerable<Query> queries, AtomicReaderContext context, FixedBitSet found)
    {
        foreach (var query in queries)
        {
            Add(query, context, found);
        }
    }

    private static void Add(DocIdSetIterator? studies, FixedBitSet found)
    {
        if (studies is not null)
        {
            found.Or(studies);
        }
    }
}
