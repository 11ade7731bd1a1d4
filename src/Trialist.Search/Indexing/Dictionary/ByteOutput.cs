using Lucene.Net.Store;

namespace Trialist.Search.Indexing.Dictionary;

/// <summary>Bytes that wait until it is known how many they are.</summary>
internal sealed class ByteOutput : DataOutput
{
    private const int FirstSize = 1024;

    private byte[] bytes = new byte[FirstSize];

    public int Length { get; private set; }

    public override void WriteByte(byte value)
    {
        if (Length == bytes.Length)
        {
            Array.Resize(ref bytes, 2 * bytes.Length);
        }

        bytes[Length++] = value;
    }

    public override void WriteBytes(byte[] b, int offset, int length) => Write(b.AsSpan(offset, length));

    public void Write(ReadOnlySpan<byte> added)
    {
        if (Length + added.Length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(2 * bytes.Length, Length + added.Length));
        }

        added.CopyTo(bytes.AsSpan(Length));
        Length += added.Length;
    }

    /// <summary>Moves all bytes to another output, behind their number.</summary>
    /// <param name="target">Where they go.</param>
    /// <param name="mark">A bit that is written beside the number; null for none.</param>
    public void MoveTo(DataOutput target, bool? mark = null)
    {
        target.WriteVInt32(mark is { } bit ? (Length << 1) | (bit ? 1 : 0) : Length);
        target.WriteBytes(bytes, 0, Length);
        Length = 0;
    }

    /// <summary>Takes all bytes out.</summary>
    public byte[] Take()
    {
        var taken = bytes.AsSpan(0, Length).ToArray();
        Length = 0;
        return taken;
    }

    /// <summary>Moves all bytes behind those of another.</summary>
    public void AppendTo(ByteOutput other)
    {
        other.Write(bytes.AsSpan(0, Length));
        Length = 0;
    }
}
