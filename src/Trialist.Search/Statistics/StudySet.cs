using Lucene.Net.Index;
using Lucene.Net.Search;
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
        var filter = among is null ? null : new QueryWrapperFilter(SearchRun.CheckedQueryOf(snapshot, among));
        foreach (var leaf in snapshot.Reader.Leaves)
        {
            if (filter is null)
            {
                segments[leaf.AtomicReader] = leaf.AtomicReader.LiveDocs;
                Count += leaf.AtomicReader.NumDocs;
                continue;
            }

            var found = new FixedBitSet(leaf.AtomicReader.MaxDoc);
            if (filter.GetDocIdSet(leaf, leaf.AtomicReader.LiveDocs)?.GetIterator() is { } docs)
            {
                found.Or(docs);
            }

            segments[leaf.AtomicReader] = found;
            Count += found.Cardinality;
        }
    }

    /// <summary>How many they are.</summary>
    public int Count { get; private set; }

    /// <summary>The studies of a segment; null for every one in it.</summary>
    public IBits? In(AtomicReader segment) => segments[segment];
}
