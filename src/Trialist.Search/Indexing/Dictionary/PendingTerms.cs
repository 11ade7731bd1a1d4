using Lucene.Net.Codecs;

namespace Trialist.Search.Indexing.Dictionary;

/// <summary>Terms and blocks that are in no block yet, in their order. What comes last goes first.</summary>
internal sealed class PendingTerms
{
    private const int FirstSize = 4096;

    private readonly List<Entry> entries = [];
    private byte[] bytes = new byte[FirstSize]; // of the terms
    private int used;

    /// <summary>A term, or a block where it has one.</summary>
    /// <param name="Start">Where the term begins in the bytes of all.</param>
    /// <param name="Length">How long it is.</param>
    /// <param name="State">Where it stands; null for a block.</param>
    /// <param name="Block">The block; null for a term.</param>
    internal readonly record struct Entry(int Start, int Length, BlockTermState? State, TermBlock? Block);

    public int Count => entries.Count;

    public Entry this[int index] => entries[index];

    /// <summary>The bytes of a term, or those that all terms of a block begin with.</summary>
    public ReadOnlySpan<byte> BytesOf(Entry entry) => entry.Block is { } block ? block.Prefix : bytes.AsSpan(entry.Start, entry.Length);

    public void Add(ReadOnlySpan<byte> term, BlockTermState state)
    {
        if (used + term.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, used + term.Length));
        }

        term.CopyTo(bytes.AsSpan(used));
        entries.Add(new Entry(used, term.Length, state, null));
        used += term.Length;
    }

    /// <summary>Puts a block into the place of the last entries.</summary>
    public void Replace(int count, TermBlock block)
    {
        used = entries[^count].Start;
        entries.RemoveRange(entries.Count - count, count);
        entries.Add(new Entry(used, 0, null, block));
    }
}
