using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Util;

namespace Trialist.Search.Statistics;

/// <summary>Notes every study that a search finds, by segment.</summary>
internal sealed class StudyGatherer : ICollector
{
    private FixedBitSet current = new(0);

    /// <summary>The studies found in each segment; a segment in which none was looked for is not there.</summary>
    public Dictionary<AtomicReader, FixedBitSet> Found { get; } = [];

    public bool AcceptsDocsOutOfOrder => true;

    public void SetScorer(Scorer scorer) { }

    public void SetNextReader(AtomicReaderContext context) => Found[context.AtomicReader] = current = new FixedBitSet(context.AtomicReader.MaxDoc);

    public void Collect(int doc) => current.Set(doc);
}
