using Lucene.Net.Documents;

namespace Trialist.Search.Indexing.Segments;

/// <summary>
/// Studies that are being gathered in memory to become a segment of the index. Postings are appended as they come and sorted when the segment is written: Lucene's own
/// gathering looks each word up in a table of its field and writes in a place of its own for each, so that an import mostly waits for memory.
/// </summary>
internal sealed class SegmentDraft
{
    private const int BytesATerm = 80; // of the table, beside two for each letter

    private readonly BytePages pages = new();
    private readonly Dictionary<string, FieldDraft> fields = new(StringComparer.Ordinal);
    private readonly List<byte[]> rows = [];
    private readonly List<byte[]> columns = [];
    private long bytes; // of fields, rows and columns

    public SegmentDraft() => Pairs = new PairTerms(Terms);

    public TermTable Terms { get; } = new();

    /// <summary>The terms of pairs of common words.</summary>
    public PairTerms Pairs { get; }

    /// <summary>Studies so far, those taken out included.</summary>
    public int Count => rows.Count;

    /// <summary>What the draft takes in memory.</summary>
    public long Bytes => bytes + (Terms.Count * BytesATerm) + (2 * Terms.Letters);

    /// <summary>The fields that hold something, in the order of their names.</summary>
    public IReadOnlyList<FieldDraft> Filled => [.. fields.Values.Where(draft => draft.Count > 0).OrderBy(draft => draft.Name, StringComparer.Ordinal)];

    /// <summary>The field of a name; the same at every call.</summary>
    public FieldDraft FieldOf(string name, FieldType type)
    {
        if (!fields.TryGetValue(name, out var field))
        {
            fields.Add(name, field = new FieldDraft(name, type, pages));
        }

        return field;
    }

    /// <summary>Begins the next study.</summary>
    /// <returns>Its number in the segment.</returns>
    public int Begin(byte[] row, byte[] column)
    {
        rows.Add(row);
        columns.Add(column);
        bytes += row.Length + column.Length;
        return rows.Count - 1;
    }

    /// <summary>Adds tokens of a study to a field.</summary>
    public void Add(FieldDraft field, int doc, List<PieceToken> tokens)
    {
        bytes -= field.Bytes;
        var (overlaps, before) = (0, -1);
        foreach (var token in tokens)
        {
            field.Add(token.Term, doc, token.Position, token.Mark);
            overlaps += token.Position == before ? 1 : 0;
            before = token.Position;
        }

        field.Measure(doc, tokens.Count, overlaps);
        bytes += field.Bytes;
    }

    /// <summary>Adds words of a study to a field that keeps no places, each with how often it counts.</summary>
    public void Add(FieldDraft field, int doc, Dictionary<int, int> counts)
    {
        bytes -= field.Bytes;
        var length = 0;
        foreach (var (term, count) in counts)
        {
            field.Add(term, doc, count);
            length += count;
        }

        field.Measure(doc, length, overlaps: 0);
        bytes += field.Bytes;
    }

    /// <summary>Adds values of a study to a field that keeps no places.</summary>
    public void Add(FieldDraft field, int doc, IEnumerable<string> values)
    {
        bytes -= field.Bytes;
        foreach (var value in values)
        {
            field.Add(Terms.NumberOf(value), doc, 1);
        }

        bytes += field.Bytes;
    }

    /// <summary>What is gathered so far, to be written.</summary>
    /// <param name="live">The studies that were not taken out again, by number.</param>
    public DraftReader Read(IReadOnlySet<int> live)
    {
        var filled = Filled;
        var ranked = Terms.Rank();
        return new DraftReader(filled, ranked, new PostingSort(filled.Max(field => field.Count), ranked), rows, columns, live);
    }

    /// <summary>Forgets all studies; the room is kept for the next.</summary>
    public void Clear()
    {
        foreach (var field in fields.Values)
        {
            field.Clear();
        }

        rows.Clear();
        columns.Clear();
        Terms.Clear();
        Pairs.Clear();
        bytes = 0;
    }
}
