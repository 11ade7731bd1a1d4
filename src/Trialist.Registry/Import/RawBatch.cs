using System.Buffers;

namespace Trialist.Registry.Import;

/// <summary>Raw records on their way to a parser, side by side in one rented buffer.</summary>
internal sealed class RawBatch : IDisposable
{
    private const int FullBytes = 256 * 1024;
    private const int FullCount = 32;

    private readonly List<(RawSlice Slice, int Start, int Length)> slices = new(FullCount);
    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FullBytes);
    private int used;

    public bool IsFull => used >= FullBytes || slices.Count >= FullCount;

    public bool IsEmpty => slices.Count == 0;

    /// <summary>Copies a record in.</summary>
    public void Add(RawSlice slice)
    {
        var needed = used + slice.Bytes.Length;
        if (needed > buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(needed);
            buffer.AsSpan(0, used).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        slice.Bytes.Span.CopyTo(buffer.AsSpan(used));
        slices.Add((slice with { Bytes = default }, used, slice.Bytes.Length));
        used = needed;
    }

    public IEnumerable<RawSlice> Slices => slices.Select(entry => entry.Slice with { Bytes = buffer.AsMemory(entry.Start, entry.Length) });

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = [];
    }
}
