using System.Buffers;
using System.Collections.Concurrent;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Trialist.Registry.Store;

/// <summary>Compresses and decompresses with one dictionary, or without. Thread-safe: it keeps one compressor for each thread that works at the same time.</summary>
internal sealed class ZstdCodec(byte[]? dictionary)
{
    /// <summary>How hard is tried; zstd's own default.</summary>
    public const int Level = 3;

    private const int HastyLevel = 1; // without a dictionary: what is packed so is packed again as soon as there is one

    private readonly ConcurrentBag<Compressor> compressors = [];
    private readonly ConcurrentBag<Decompressor> decompressors = [];

    public byte[] Pack(ReadOnlySpan<byte> plain)
    {
        if (!compressors.TryTake(out var compressor))
        {
            compressor = new Compressor(dictionary is null ? HastyLevel : Level);
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

        var length = ZstdFrameHead.ContentLength(packed);
        var plain = new byte[length >= 0 && length <= maxLength ? length : throw new ZstdException(ZSTD_ErrorCode.ZSTD_error_corruption_detected, "The record is longer than any that was stored.")];

        // One that failed is not kept: it is left to the garbage collector.
        decompressor.Unwrap(packed, plain);
        decompressors.Add(decompressor);
        return plain;
    }
}
