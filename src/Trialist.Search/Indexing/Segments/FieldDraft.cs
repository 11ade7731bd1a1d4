using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Trialist.Search.Indexing.Segments;

/// <summary>One field of the studies that are being gathered to a segment.</summary>
internal sealed class FieldDraft(string name, FieldType type, BytePages pages)
{
    private readonly FieldInvertState length = new(name, 0, 0, 0, 0, boost: 1);
    private readonly List<byte> norms = [];
    private readonly PostingStream postings = new(type.IndexOptions >= IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, pages);

    public string Name => name;

    public IndexOptions Options => type.IndexOptions;

    public bool HasPlaces => postings.HasPlaces;

    /// <summary>How many postings it has.</summary>
    public int Count => postings.Count;

    /// <summary>What the field takes in memory.</summary>
    public long Bytes => postings.Bytes + norms.Count;

    /// <summary>Adds a posting of the study of the last, or of one behind it.</summary>
    public void Add(int term, int doc, int place, uint mark = 0) => postings.Add(term, doc, place, mark);

    /// <summary>Notes how long the field of a study is.</summary>
    /// <param name="doc">The study.</param>
    /// <param name="words">How many words it has.</param>
    /// <param name="overlaps">How many of them stand in the place of the one before.</param>
    public void Measure(int doc, int words, int overlaps)
    {
        if (type.OmitNorms)
        {
            return;
        }

        while (norms.Count < doc)
        {
            norms.Add(0);
        }

        (length.Length, length.NumOverlap) = (words, overlaps);
        norms.Add(checked((byte)StudySimilarity.Instance.Get(name).ComputeNorm(length)));
    }

    /// <summary>How the index is told of the field.</summary>
    /// <param name="number">Its number in the segment.</param>
    public FieldInfo Describe(int number)
    {
        var kept = type.OmitNorms ? DocValuesType.NONE : DocValuesType.NUMERIC;
        return new FieldInfo(name, indexed: true, number, storeTermVector: false, type.OmitNorms, postings.HasMarks, type.IndexOptions, DocValuesType.NONE, kept, null);
    }

    public long NormOf(int doc) => doc < norms.Count ? norms[doc] : 0;

    /// <summary>Turns a sort to the postings of this field.</summary>
    public void Begin(PostingSort sort) => sort.Begin(postings);

    public void Clear()
    {
        norms.Clear();
        postings.Clear();
    }
}
