using Lucene.Net.Index;
using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Segments;

/// <summary>Shows a draft to Lucene as one segment, to be added to an index: all is walked once, in the order of the index, and nothing is looked up.</summary>
internal sealed class DraftReader(
    IReadOnlyList<FieldDraft> fields, RankedTerms terms, PostingSort sort, IReadOnlyList<byte[]> rows, IReadOnlyList<byte[]> columns, IReadOnlySet<int> live) : AtomicReader
{
    private readonly FieldInfos descriptions = new(
        [.. fields.Select((field, number) => field.Describe(number)), ColumnOf(StudyFields.Row, fields.Count), ColumnOf(StudyFields.Columns, fields.Count + 1)]);

    public override FieldInfos FieldInfos => descriptions;

    public override Fields Fields { get; } = new DraftFields(fields, terms, sort);

    public override int NumDocs => live.Count;

    public override int MaxDoc => rows.Count;

    public override IBits? LiveDocs => live.Count == rows.Count ? null : new LiveBits(live, rows.Count);

    public override BinaryDocValues? GetBinaryDocValues(string field) => field switch
    {
        StudyFields.Row => new DraftColumn(rows),
        StudyFields.Columns => new DraftColumn(columns),
        _ => null,
    };

    public override IBits GetDocsWithField(string field) => new Bits.MatchAllBits(rows.Count);

    public override NumericDocValues GetNormValues(string field) => new DraftNorms(fields.First(draft => draft.Name == field));

    public override NumericDocValues? GetNumericDocValues(string field) => null;

    public override SortedDocValues? GetSortedDocValues(string field) => null;

    public override SortedSetDocValues? GetSortedSetDocValues(string field) => null;

    public override Fields? GetTermVectors(int docID) => null;

    /// <summary>No field is stored.</summary>
    public override void Document(int docID, StoredFieldVisitor visitor) { }

    public override void CheckIntegrity() { }

    protected override void DoClose() { }

    private static FieldInfo ColumnOf(string name, int number) =>
        new(name, indexed: false, number, storeTermVector: false, omitNorms: true, storePayloads: false, IndexOptions.NONE, DocValuesType.BINARY, DocValuesType.NONE, null);
}
