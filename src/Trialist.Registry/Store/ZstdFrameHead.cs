using System.Buffers.Binary;

namespace Trialist.Registry.Store;

/// <summary>What the head of a zstd frame tells (RFC 8878, section 3.1.1.1): magic number, descriptor, window (not in a single segment), dictionary, length of the content.</summary>
internal static class ZstdFrameHead
{
    /// <summary>Bytes of the longest head.</summary>
    public const int MaxLength = 18;

    private const int DescriptorAt = 4;
    private const int DictionaryBits = 0x03;
    private const int SingleSegmentBit = 0x20;
    private const int LengthShift = 6;
    private const int ShortLengthOffset = 256; // two bytes of length begin where one byte ends

    /// <summary>Number of the dictionary that is needed to unpack; 0 for none.</summary>
    public static uint Dictionary(ReadOnlySpan<byte> head) => DictionaryBytes(head) switch
    {
        0 => 0,
        1 => head[DictionaryAt(head)],
        2 => BinaryPrimitives.ReadUInt16LittleEndian(head[DictionaryAt(head)..]),
        _ => BinaryPrimitives.ReadUInt32LittleEndian(head[DictionaryAt(head)..]),
    };

    /// <summary>How many bytes the content has; 0 where the head does not say.</summary>
    public static int ContentLength(ReadOnlySpan<byte> head)
    {
        var length = head[(DictionaryAt(head) + DictionaryBytes(head))..];
        return (head[DescriptorAt] >> LengthShift) switch
        {
            0 => IsSingleSegment(head) ? length[0] : 0,
            1 => BinaryPrimitives.ReadUInt16LittleEndian(length) + ShortLengthOffset,
            2 => (int)BinaryPrimitives.ReadUInt32LittleEndian(length),
            _ => (int)BinaryPrimitives.ReadUInt64LittleEndian(length),
        };
    }

    private static bool IsSingleSegment(ReadOnlySpan<byte> head) => (head[DescriptorAt] & SingleSegmentBit) != 0;

    private static int DictionaryAt(ReadOnlySpan<byte> head) => DescriptorAt + (IsSingleSegment(head) ? 1 : 2);

    private static int DictionaryBytes(ReadOnlySpan<byte> head) => (head[DescriptorAt] & DictionaryBits) switch { 0 => 0, 1 => 1, 2 => 2, _ => 4 };
}
