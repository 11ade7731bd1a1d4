using Lucene.Net.Index;

namespace Trialist.Search.Indexing.Segments;

/// <summary>A segment that is being gathered, by study. Whoever puts studies has one to himself; any thread may take a study out.</summary>
internal sealed class StudySegment
{
    private readonly Lock gate = new();
    private readonly SegmentDraft draft = new();
    private readonly StudyDocument document;
    private readonly Dictionary<NctId, int> docs = [];
    private readonly HashSet<int> live = [];

    public StudySegment() => document = new StudyDocument(draft);

    /// <summary>What the segment takes in memory.</summary>
    public long Bytes => draft.Bytes;

    /// <summary>Adds a study that it does not hold.</summary>
    public void Add(Study study, ReadOnlySpan<byte> json)
    {
        lock (gate)
        {
            var doc = document.Add(study, json);
            docs.Add(study.NctId, doc);
            live.Add(doc);
        }
    }

    /// <summary>Takes a study out; waits while the segment is being written.</summary>
    /// <returns>False when it is not here: it was written.</returns>
    public bool Remove(NctId id)
    {
        lock (gate)
        {
            return docs.Remove(id, out var doc) && live.Remove(doc);
        }
    }

    /// <summary>Writes what is gathered as a segment of an index, and begins anew.</summary>
    /// <param name="writer">The index.</param>
    /// <param name="onWritten">Told of each study that is written.</param>
    public void Write(IndexWriter writer, Action<NctId> onWritten)
    {
        lock (gate)
        {
            if (live.Count > 0)
            {
                using var reader = draft.Read(live);
                writer.AddIndexes(reader);
            }

            foreach (var id in docs.Keys)
            {
                onWritten(id);
            }

            draft.Clear();
            docs.Clear();
            live.Clear();
        }
    }
}
