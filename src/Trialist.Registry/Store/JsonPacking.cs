using ZstdSharp;

namespace Trialist.Registry.Store;

/// <summary>Compresses raw records with zstd: docs/adr has the figures.</summary>
internal static class JsonPacking
{
    /// <summary>Largest record that is unpacked; the import's limit for one record.</summary>
    public const int MaxUnpacked = 64 * 1024 * 1024;

    private const int Level = 3;

    // A compressor holds about a megabyte of tables, so each thread keeps one.
    [ThreadStatic]
    private static Compressor? compressor;

    [ThreadStatic]
    private static Decompressor? decompressor;

    public static byte[] Pack(ReadOnlySpan<byte> json) => (compressor ??= new Compressor(Level)).Wrap(json).ToArray();

    public static byte[] Unpack(ReadOnlySpan<byte> packed) => (decompressor ??= new Decompressor()).Unwrap(packed, MaxUnpacked).ToArray();
}
