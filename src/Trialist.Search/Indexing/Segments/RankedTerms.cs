using Lucene.Net.Util;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The terms of a segment in the order of the index.</summary>
internal sealed class RankedTerms
{
    private readonly byte[] bytes;
    private readonly TermKey[] keys;
    private readonly int[] rankOf;

    /// <param name="bytes">The bytes of all terms.</param>
    /// <param name="keys">The terms, sorted.</param>
    public RankedTerms(byte[] bytes, TermKey[] keys)
    {
        (this.bytes, this.keys) = (bytes, keys);
        rankOf = new int[keys.Length];
        for (var rank = 0; rank < keys.Length; rank++)
        {
            // Two texts that are no valid Unicode may be the same bytes: then they are one term.
            var isOther = rank == 0 || keys[rank].CompareTo(keys[rank - 1]) != 0;
            rankOf[keys[rank].Number] = isOther ? rank : rankOf[keys[rank - 1].Number];
        }
    }

    public int Count => keys.Length;

    public int RankOf(int number) => rankOf[number];

    /// <summary>Points to the bytes of a term.</summary>
    public void Show(int rank, BytesRef term) => (term.Bytes, term.Offset, term.Length) = (bytes, keys[rank].Start, keys[rank].Length);
}
