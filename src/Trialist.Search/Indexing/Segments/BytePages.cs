namespace Trialist.Search.Indexing.Segments;

/// <summary>Memory for the postings of a segment, page by page, so that nothing is copied as a field grows; full pages go from one segment to the next.</summary>
internal sealed class BytePages
{
    private const int FirstSize = 64; // most fields of a small segment stay within a few hundred bytes
    private const int FullSize = 8 * 1024;

    private readonly Stack<byte[]> free = new();

    /// <summary>The next page of a field.</summary>
    /// <param name="before">How large the one before is; 0 when it has none.</param>
    public byte[] Next(int before) => before switch
    {
        0 => new byte[FirstSize],
        < FullSize / 2 => new byte[before * 2],
        _ => free.TryPop(out var page) ? page : GC.AllocateUninitializedArray<byte>(FullSize),
    };

    /// <summary>Takes a page back.</summary>
    public void Return(byte[] page)
    {
        if (page.Length == FullSize)
        {
            free.Push(page);
        }
    }
}
