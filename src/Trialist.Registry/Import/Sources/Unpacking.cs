using System.Buffers;
using System.IO.Compression;
using System.Text;
using ZstdSharp;

namespace Trialist.Registry.Import.Sources;

/// <summary>Takes compression off a stream, layer by layer, by its first bytes and not by its name; text in UTF-16 is turned into UTF-8.</summary>
internal static class Unpacking
{
    private const int PeekLength = 4;
    private static readonly byte[] Zstd = [0x28, 0xB5, 0x2F, 0xFD];
    private static readonly byte[] GZip = [0x1F, 0x8B];
    private static readonly byte[] Zip = [0x50, 0x4B];

    // What stands before a text in UTF-16, which editors on Windows write. Without it the first letter tells, for one of these begins every text that can be read.
    private static readonly byte[] LowByteFirst = [0xFF, 0xFE];
    private static readonly byte[] HighByteFirst = [0xFE, 0xFF];
    private static readonly SearchValues<byte> FirstLetters = SearchValues.Create("<{["u8);

    /// <summary>The stream without its compression, and whether it is a zip.</summary>
    /// <exception cref="InvalidDataException">It is compressed too often.</exception>
    public static (Stream Stream, bool IsZip) Open(Stream stream, Func<long> compressed)
    {
        for (var layer = 0; ; layer++)
        {
            var prefix = Peek(stream);
            stream = stream.CanSeek ? Rewound(stream) : new PrefixedStream(prefix, stream);
            var packed = prefix.AsSpan().StartsWith(Zstd) || prefix.AsSpan().StartsWith(GZip);
            if (!packed)
            {
                return (InUtf8(stream, prefix), prefix.AsSpan().StartsWith(Zip));
            }

            if (layer == ImportLimits.MaxCompressionLayers)
            {
                throw new InvalidDataException($"it is compressed more than {ImportLimits.MaxCompressionLayers} times over");
            }

            Stream unpacked = prefix.AsSpan().StartsWith(Zstd) ? new DecompressionStream(stream, leaveOpen: false) : new GZipStream(stream, CompressionMode.Decompress);
            stream = new ExpansionGuard(unpacked, compressed);
        }
    }

    private static Stream InUtf8(Stream stream, ReadOnlySpan<byte> prefix)
    {
        var isHighByteFirst = prefix.StartsWith(HighByteFirst) || (prefix is [0, var second, 0, not 0] && FirstLetters.Contains(second));
        return isHighByteFirst || prefix.StartsWith(LowByteFirst) || (prefix is [var first, 0, not 0, 0] && FirstLetters.Contains(first))
            ? Encoding.CreateTranscodingStream(stream, new UnicodeEncoding(isHighByteFirst, byteOrderMark: true, throwOnInvalidBytes: true), Encoding.UTF8)
            : stream;
    }

    private static byte[] Peek(Stream stream)
    {
        var prefix = new byte[PeekLength];
        return prefix[..stream.ReadAtLeast(prefix, PeekLength, throwOnEndOfStream: false)];
    }

    private static Stream Rewound(Stream stream)
    {
        stream.Position = 0;
        return stream;
    }
}
