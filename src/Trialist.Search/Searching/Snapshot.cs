using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Trialist.Search.Indexing;
using Trialist.Search.Queries;

namespace Trialist.Search.Searching;

/// <summary>One committed state of the index, which never changes. It stays open while a search uses it.</summary>
internal sealed class Snapshot
{
    // Columns of a segment live as long as the segment; a new state of the index shares those of its old segments.
    private readonly ConditionalWeakTable<object, SegmentColumns> columnsOfSegments;

    public Snapshot(DirectoryReader reader, ValueTables tables, ConditionalWeakTable<object, SegmentColumns> columnsOfSegments)
    {
        Reader = reader;
        Tables = tables;
        this.columnsOfSegments = columnsOfSegments;
        Searcher = new IndexSearcher(reader) { Similarity = StudySimilarity.Instance };
        Synonyms = [new RecordSynonyms(reader)];
        foreach (var leaf in reader.Leaves)
        {
            ColumnsOf(leaf);
        }
    }

    public DirectoryReader Reader { get; }

    public IndexSearcher Searcher { get; }

    public ValueTables Tables { get; }

    public IReadOnlyList<ISynonymSource> Synonyms { get; }

    public SegmentColumns ColumnsOf(AtomicReaderContext leaf) =>
        columnsOfSegments.GetValue(leaf.AtomicReader.CoreCacheKey, _ => new SegmentColumns(leaf.AtomicReader, Tables));

    public bool TryHold() => Reader.TryIncRef();

    public void LetGo() => Reader.DecRef();
}
