using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Expressions;
using Trialist.Search.Expressions.Running;
using Trialist.Search.Searching;

namespace Trialist.Search.Statistics;

/// <summary>The studies on which statistics are made, in one state of the index: all that are live, or those that a search finds.</summary>
internal sealed class StudySet
{
    private readonly Dictionary<AtomicReader, IBits?> segments = [];

    /// <param name="snapshot">The state of the index.</param>
    /// <param name="among">What the studies must match; null for all.</param>
    /// <exception cref="ExpressionException">The search names what is not there, or would cost too much.</exception>
    public StudySet(Snapshot snapshot, ExpressionSearch? among)
    {
        if (among is null)
        {
            foreach (var leaf in snapshot.Reader.Leaves)
            {
                segments[leaf.AtomicReader] = leaf.AtomicReader.LiveDocs;
                Count += leaf.AtomicReader.NumDocs;
            }

            return;
        }

        // By the searcher, not by a filter: a query with places of its own in each segment has to know which segment it is in.
        var gatherer = new StudyGatherer();
        snapshot.Searcher.Search(SearchRun.CheckedQueryOf(snapshot, among), gatherer);
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            var found = gatherer.Found.TryGetValue(leaf.AtomicReader, out var set) ? set : new FixedBitSet(leaf.AtomicReader.MaxDoc);
            segments[leaf.AtomicReader] = found;
            Count += found.Cardinality;
        }
    }

    /// <summary>How many they are.</summary>
    public int Count { get; private set; }

    /// <summary>The studies of a segment; null for every one in it.</summary>
    public IBits? In(AtomicReader segment) => segments[segment];
}
