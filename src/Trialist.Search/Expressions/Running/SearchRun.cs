using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Pieces;
using Trialist.Search.Places;
using Trialist.Search.Searching;

namespace Trialist.Search.Expressions.Running;

/// <summary>Runs one search in the expression language on one state of the index.</summary>
internal static class SearchRun
{
    private const string DefaultArea = "BasicSearch";

    // Lucene takes 1,024 otherwise; limits of our own stand before it.
    static SearchRun() => BooleanQuery.MaxClauseCount = ExpressionLimits.MostValues;

    public static ExpressionPage Run(Snapshot snapshot, ExpressionSearch search)
    {
        if (search.Limit is < 0 or > ExpressionSearch.MostStudies)
        {
            throw new ExpressionException($"a page holds at most {ExpressionSearch.MostStudies:N0} studies");
        }

        var query = CheckedQueryOf(snapshot, search);
        var sort = SortOf(search);
        var share = search.Proximity is { } proximity && sort.Any(key => key.Piece is null) && Count(snapshot, query) <= Proximity.MostStudies
            ? ShareOf(snapshot, proximity) : null;
        var collector = new PageCollector(snapshot, search, sort, share);
        snapshot.Searcher.Search(query, collector);
        return collector.Page(search.Limit);
    }

    /// <summary>The query of a search.</summary>
    /// <exception cref="ExpressionException">It names what is not there, or would cost too much.</exception>
    public static Query CheckedQueryOf(Snapshot snapshot, ExpressionSearch search)
    {
        var query = QueryOf(snapshot, search);
        QueryCost.Check(query, snapshot.Reader);
        return query;
    }

    private static Query QueryOf(Snapshot snapshot, ExpressionSearch search)
    {
        var compiler = new ExpressionCompiler(snapshot, search.Criteria, search.IsStrict);
        var query = new BooleanQuery(disableCoord: true);
        foreach (var ranked in search.Queries)
        {
            query.Add(Compile(compiler, ranked.Expression, ranked.Area, ranked.Origin), Occur.MUST);
        }

        if (search.Queries.IsEmpty && search.Proximity is not null)
        {
            // Nothing but distance tells the studies apart: each starts with the same score.
            query.Add(new MatchAllDocsQuery(), Occur.MUST);
        }

        foreach (var filter in search.Filters)
        {
            query.Add(new ConstantScoreQuery(Compile(compiler, filter.Expression, DefaultArea, filter.Origin)) { Boost = 0 }, Occur.MUST);
        }

        return query.Clauses.Count == 0 ? new MatchAllDocsQuery() : query;
    }

    private static Query Compile(ExpressionCompiler compiler, Expression expression, string area, string origin)
    {
        try
        {
            return compiler.Compile(expression, area);
        }
        catch (ExpressionException refusal)
        {
            throw refusal.Of(origin);
        }
    }

    private static ValueList<SortKey> SortOf(ExpressionSearch search)
    {
        foreach (var key in search.Sort)
        {
            if (key.Piece is not null && PieceTable.Find(key.Piece) is not { IsOrdered: true })
            {
                throw new ExpressionException($"`{key.Piece}` cannot be sorted by");
            }
        }

        return !search.Sort.IsEmpty || search.Queries.IsEmpty ? search.Sort : [new SortKey(null, Descending: true)];
    }

    private static int Count(Snapshot snapshot, Query query)
    {
        var counter = new TotalHitCountCollector();
        snapshot.Searcher.Search(query, counter);
        return counter.TotalHits;
    }

    private static Func<AtomicReaderContext, int, double> ShareOf(Snapshot snapshot, Proximity proximity)
    {
        var distances = new PlaceDistances(snapshot.Tables.Places, new PlaceCircle(proximity.Latitude, proximity.Longitude, RadiusKm: null));
        return (context, doc) => distances.Nearest(snapshot.ColumnsOf(context).Sites[doc], onlyOpen: false) is { } nearest ? proximity.ShareAt(nearest.Km) : 0;
    }
}
