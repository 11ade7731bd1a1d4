using System.Buffers;
using System.Collections.Concurrent;
using ZstdSharp;

namespace Trialist.Registry.Store;

/// <summary>Compresses and decompresses with one dictionary, or without. Thread-safe: it keeps one compressor for each thread that works at the same time.</summary>
internal sealed class ZstdCodec(byte[]? dictionary)
{
    /// <summary>How hard is tried; zstd's own default.</summary>
    public const int Level = 3;

    private readonly ConcurrentBag<Compressor> compressors = [];
    private readonly ConcurrentBag<Decompressor> decompressors = [];

    public byte[] Pack(ReadOnlySpan<byte> plain)
    {
        if (!compressors.TryTake(out var compressor))
        {
            compressor = new Compressor(Level);
            if (dictionary is not null)
            {
                compressor.LoadDictionary(dictionary);
            }
        }

        // Large records would leave large garbage, so that room is rented.
        var room = ArrayPool<byte>.Shared.Rent(Compressor.GetCompressBound(plain.Length));
        var packed = room.AsSpan(0, compressor.Wrap(plain, room)).ToArray();
        ArrayPool<byte>.Shared.Return(room);
        compressors.Add(compressor);
        return packed;
    }

    public byte[] Unpack(ReadOnlySpan<byte> packed, int maxLength)
    {
        if (!decompressors.TryTake(out var decompressor))
        {
            decompressor = new Decompressor();
            if (dictionary is not null)
            {
                decompressor.LoadDictionary(dictionary);
            }
        }

        // One that failed is not kept: it is left to the garbage collector.
        var plain = decompressor.Unwrap(packed, maxLength).ToArray();
        decompressors.Add(decompressor);
        return plain;
    }
}
