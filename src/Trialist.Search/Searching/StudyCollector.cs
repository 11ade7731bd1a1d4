using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;
using Trialist.Search.Facets;
using Trialist.Search.Filters;
using Trialist.Search.Indexing;
using Trialist.Search.Places;

namespace Trialist.Search.Searching;

/// <summary>Takes every match of a query: tests the filters, counts, and keeps the best. One pass gives hits, exact total, facets and what each filter takes away.</summary>
internal sealed class StudyCollector : ICollector
{
    private readonly Func<AtomicReaderContext, SegmentColumns> columnsOf;
    private readonly ActiveFilter[] filters;
    private readonly FacetCounter? facets;
    private readonly TopHits top;
    private readonly StudySort sort;
    private readonly PlaceDistances? near;
    private readonly int[] losses;
    private Scorer? scorer;
    private SegmentColumns? columns;
    private int docBase;

    public StudyCollector(Func<AtomicReaderContext, SegmentColumns> columnsOf, IReadOnlyCollection<ActiveFilter> filters, FacetCounter? facets, TopHits top, StudySort sort, PlaceDistances? near)
    {
        this.columnsOf = columnsOf;
        this.filters = [.. filters];
        this.facets = facets;
        this.top = top;
        this.sort = sort;
        this.near = near;
        losses = new int[this.filters.Length];
    }

    /// <summary>Studies that match and pass all filters.</summary>
    public int Total { get; private set; }

    /// <summary>Studies that match, whether they pass the filters or not.</summary>
    public int Matches { get; private set; }

    /// <summary>For each filter, the studies that only it keeps out.</summary>
    public IEnumerable<(string Filter, int Count)> Losses => filters.Select((filter, i) => (filter.Name, losses[i]));

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) => this.scorer = scorer;

    public void SetNextReader(AtomicReaderContext context)
    {
        columns = columnsOf(context);
        docBase = context.DocBase;
    }

    /// <summary>A study must score above this to be kept.</summary>
    public double Threshold => top.Threshold;

    public void Collect(int doc)
    {
        if (Count(doc))
        {
            top.Offer(KeyOf(doc), docBase + doc);
        }
    }

    /// <summary>Counts all matches of the segment, and leaves those that pass all filters.</summary>
    /// <param name="matches">The studies of the segment that match, none of them deleted.</param>
    public void Keep(FixedBitSet matches)
    {
        if (filters.Length > 0)
        {
            for (var doc = matches.NextSetBit(0); doc >= 0; doc = doc + 1 < matches.Length ? matches.NextSetBit(doc + 1) : -1)
            {
                if (!Count(doc))
                {
                    matches.Clear(doc);
                }
            }

            return;
        }

        var count = matches.Cardinality;
        Matches += count;
        Total += count;
        facets?.Count(columns!, matches, count);
    }

    /// <summary>Keeps a study of the segment that was counted, if its score is among the best.</summary>
    public void Offer(double score, int doc) => top.Offer(score, docBase + doc);

    /// <summary>Counts a match of the segment; true when it passes all filters.</summary>
    public bool Count(int doc)
    {
        Matches++;
        var failed = -1;
        for (var i = 0; i < filters.Length; i++)
        {
            if (!filters[i].Passes(columns!, doc))
            {
                if (failed >= 0)
                {
                    return false;
                }

                failed = i;
            }
        }

        if (failed >= 0)
        {
            losses[failed]++;
            facets?.CountBeside(filters[failed].Name, columns!, doc);
            return false;
        }

        Total++;
        facets?.Count(columns!, doc);
        return true;
    }

    // Larger is earlier.
    private double KeyOf(int doc) => sort switch
    {
        StudySort.Relevance => scorer!.GetScore(),
        StudySort.Distance => near is null ? 0 : -near.SortKey(columns!.Sites[doc]),
        StudySort.LastUpdate => columns!.LastUpdateDay[doc],
        StudySort.Start => columns!.StartDay[doc],
        StudySort.Enrollment => columns!.Enrollment[doc],
    };
}
