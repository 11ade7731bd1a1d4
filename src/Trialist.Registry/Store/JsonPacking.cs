using System.Buffers.Binary;
using ZstdSharp;

namespace Trialist.Registry.Store;

/// <summary>Compresses raw records with zstd: docs/adr has the figures.</summary>
internal static class JsonPacking
{
    /// <summary>Largest record that is unpacked; the import's limit for one record.</summary>
    public const int MaxUnpacked = 64 * 1024 * 1024;

    /// <summary>Bytes of a packed record that tell its length: the longest head of a zstd frame (RFC 8878, 3.1.1.1).</summary>
    public const int HeadLength = 18;

    private const int Level = 3;

    // A compressor holds about a megabyte of tables, so each thread keeps one.
    [ThreadStatic]
    private static Compressor? compressor;

    [ThreadStatic]
    private static Decompressor? decompressor;

    public static byte[] Pack(ReadOnlySpan<byte> json) => (compressor ??= new Compressor(Level)).Wrap(json).ToArray();

    /// <summary>How many bytes a record has, read from the head of its packed form (RFC 8878, 3.1.1.1); 0 where the head does not say.</summary>
    public static int UnpackedLength(ReadOnlySpan<byte> head)
    {
        var descriptor = head[4];
        var isSingleSegment = (descriptor & 0x20) != 0;
        var dictionary = (descriptor & 3) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 };
        var size = head[(5 + (isSingleSegment ? 0 : 1) + dictionary)..];
        return (descriptor >> 6) switch
        {
            0 => isSingleSegment ? size[0] : 0,
            1 => BinaryPrimitives.ReadUInt16LittleEndian(size) + 256,
            2 => (int)BinaryPrimitives.ReadUInt32LittleEndian(size),
            _ => (int)BinaryPrimitives.ReadUInt64LittleEndian(size),
        };
    }

    public static byte[] Unpack(ReadOnlySpan<byte> packed) => (decompressor ??= new Decompressor()).Unwrap(packed, MaxUnpacked).ToArray();
}
