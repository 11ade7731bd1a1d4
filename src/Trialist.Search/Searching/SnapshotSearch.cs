using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Analysis;
using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Indexing;
using Trialist.Search.Places;
using Trialist.Search.Queries;
using Trialist.Search.Results;

namespace Trialist.Search.Searching;

/// <summary>Runs one search on one state of the index.</summary>
internal sealed class SnapshotSearch
{
    // A text of many unknown words is in another language or none: spelling it would cost time for nothing.
    private const int MostSpelled = 4;

    // So few studies may be those that have the same slip as the search.
    private const int FewHits = 10;

    private readonly Snapshot snapshot;
    private readonly StudyQuery query;
    private readonly CompiledQuery compiled;
    private readonly PlaceDistances? near;

    private SnapshotSearch(Snapshot snapshot, StudyQuery query)
    {
        this.snapshot = snapshot;
        this.query = query;
        compiled = QueryCompiler.Compile(FinderText.Of(query), snapshot.Words, query.UseSynonyms ? snapshot.Synonyms : null, snapshot.NameScores);
        near = query.Near is null ? null : new PlaceDistances(snapshot.Tables.Places, query.Near);
    }

    public static SearchPage Run(Snapshot snapshot, StudyQuery query)
    {
        if (query.Offset < 0 || query.Limit < 0)
        {
            throw new QueryRefusedException("limit", "A limit of hits cannot be negative.");
        }

        if (query.Limit > StudyQuery.MostHits || query.Offset + query.Limit > StudyQuery.DeepestHit)
        {
            throw new QueryRefusedException("limit", $"Hits can be paged to the {StudyQuery.DeepestHit:N0}th, at most {StudyQuery.MostHits:N0} at once: refine the search instead.");
        }

        if (query.Sort == StudySort.Distance && query.Near is null)
        {
            throw new QueryRefusedException("sort", "Sorting by distance needs a place.");
        }

        return new SnapshotSearch(snapshot, query).Run();
    }

    private SearchPage Run()
    {
        var facets = query.WithFacets ? new FacetCounter(snapshot.Tables, snapshot.LatestStartYear) : null;
        var (collector, top, relaxed) = Collect(compiled.Required.Count, ref facets);
        return new SearchPage(collector.Total, Hits(top))
        {
            Facets = facets?.ToFacets(query.Filters) ?? [],
            SynonymsUsed = compiled.Synonyms.ToValueList(),
            DidYouMean = DidYouMean(collector.Total),
            Relaxed = relaxed,
            MissingWords = compiled.MissingWords.ToValueList(),
            FilterLosses = collector.Losses.Where(loss => loss.Count > 0).Select(loss => new FilterLoss(loss.Filter, loss.Count)).ToValueList(),
        };
    }

    // When no study holds all the words, those that hold most are found; filters are never relaxed.
    private (StudyCollector Collector, TopHits Top, bool Relaxed) Collect(int least, ref FacetCounter? facets)
    {
        var filters = compiled.NamesStudiesOnly ? [] : FilterCompiler.Compile(query.Filters, near, snapshot.Tables);
        if (!query.Filters.Ids.IsEmpty && compiled is { IsEmpty: false, NamesStudiesOnly: false })
        {
            var numbers = query.Filters.Ids.Select(id => id.Number).ToHashSet();
            filters.Add(new ActiveFilter(FacetName.Ids, (columns, doc) => numbers.Contains(columns.Number[doc])));
        }

        var sort = query.Sort == StudySort.Relevance && compiled.IsEmpty ? StudySort.LastUpdate : query.Sort;
        while (true)
        {
            var top = new TopHits(query.Offset + query.Limit, snapshot.NumberOf);
            var collector = new StudyCollector(snapshot.ColumnsOf, filters, facets, top, sort, near);
            var asked = WithIds(compiled.ToQuery(least));
            if (sort == StudySort.Relevance && AnyOfSearch.Fits(asked))
            {
                AnyOfSearch.Run(snapshot.Searcher, (BooleanQuery)asked, snapshot.CommonPartsOf, collector);
            }
            else
            {
                snapshot.Searcher.Search(asked, collector);
            }

            if (collector.Matches > 0 || !compiled.CanRelax || least == 1)
            {
                return (collector, top, least < compiled.Required.Count);
            }

            least--;
        }
    }

    // Where nothing else is asked, the studies are looked up instead of tested one by one.
    private Query WithIds(Query text)
    {
        if (query.Filters.Ids.IsEmpty || !compiled.IsEmpty)
        {
            return text;
        }

        var ids = new BooleanQuery(disableCoord: true);
        foreach (var id in query.Filters.Ids.Distinct().Take(BooleanQuery.MaxClauseCount))
        {
            ids.Add(new TermQuery(new Term(StudyFields.Id, id.ToString())), Occur.SHOULD);
        }

        return new FilteredQuery(text, new QueryWrapperFilter(ids));
    }

    private ValueList<SearchHit> Hits(TopHits top)
    {
        var hits = new List<SearchHit>();
        var starts = new WordStarts(compiled.MarkedTerms);
        foreach (var (key, doc) in top.InOrder().Skip(query.Offset))
        {
            var leaf = snapshot.LeafOf(doc);
            hits.Add(Hit(snapshot.RowOf(doc), query.Sort == StudySort.Relevance && !compiled.IsEmpty ? key : 0, snapshot.ColumnsOf(leaf).Sites[doc - leaf.DocBase], starts));
        }

        return hits.ToValueList();
    }

    private SearchHit Hit(StudyRow row, double score, ReadOnlySpan<int> sites, WordStarts starts)
    {
        var nearest = Nearest(sites, onlyOpen: false);
        return new SearchHit(row, score)
        {
            DistanceKm = nearest?.DistanceKm,
            Nearest = nearest,
            NearestOpen = Nearest(sites, onlyOpen: true),
            Highlights = Highlighter.Of(row, compiled.MarkedTerms, starts),
        };
    }

    private NearestSite? Nearest(ReadOnlySpan<int> sites, bool onlyOpen) =>
        near?.Nearest(sites, onlyOpen) is { } found
            ? new NearestSite(found.Place.City, found.Place.Region, found.Place.Country, Math.Round(found.Km, 1), found.Open)
            : null;

    private string? DidYouMean(int found)
    {
        if (query.Text is null)
        {
            return null;
        }

        var better = Respelt(query.Text, compiled.MissingWords, Spelling.Suggest);
        if (better == query.Text && found <= FewHits)
        {
            better = Respelt(better, compiled.Words, Spelling.SuggestCommoner);
        }

        return better == query.Text ? null : better;
    }

    private string Respelt(string text, List<string> words, Func<IndexReader, string, string?> suggest)
    {
        foreach (var word in words.Distinct(StringComparer.Ordinal).Take(MostSpelled))
        {
            if (suggest(snapshot.Reader, word) is { } suggestion)
            {
                text = text.Replace(word, suggestion, StringComparison.Ordinal);
            }
        }

        return text;
    }
}
