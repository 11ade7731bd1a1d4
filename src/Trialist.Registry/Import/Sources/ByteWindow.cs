using System.Buffers;

namespace Trialist.Registry.Import.Sources;

/// <summary>A moving window on a stream: the bytes from <see cref="Start"/> on are held, and more are read on demand.</summary>
internal sealed class ByteWindow(Stream stream) : IDisposable
{
#if DEBUG
    private const int FirstSize = 64; // tiny, so that tests meet every seam between two reads
#else
    private const int FirstSize = 256 * 1024;
#endif

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int start;
    private int end;
    private bool ended;

    /// <summary>Offset in the stream of the first byte held.</summary>
    public long Start { get; private set; }

    /// <summary>The bytes held.</summary>
    public ReadOnlyMemory<byte> Held => buffer.AsMemory(start, end - start);

    /// <summary>Lets go of the first bytes.</summary>
    public void Release(int count)
    {
        start += count;
        Start += count;
    }

    /// <summary>Reads more behind the bytes held.</summary>
    /// <returns>False at the end of the stream.</returns>
    public async ValueTask<bool> ReadMoreAsync(CancellationToken cancellation)
    {
        if (ended)
        {
            return false;
        }

        MakeRoom();
        var read = await stream.ReadAsync(buffer.AsMemory(end), cancellation);
        end += read;
        ended = read == 0;
        return !ended;
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void MakeRoom()
    {
        if (end < buffer.Length)
        {
            return;
        }

        var held = end - start;
        var target = held > buffer.Length / 2 ? ArrayPool<byte>.Shared.Rent(buffer.Length * 2) : buffer;
        Buffer.BlockCopy(buffer, start, target, 0, held);
        if (!ReferenceEquals(target, buffer))
        {
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = target;
        }

        (start, end) = (0, held);
    }
}
