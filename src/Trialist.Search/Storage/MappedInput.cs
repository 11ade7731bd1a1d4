using System.Buffers.Binary;
using Lucene.Net.Store;

namespace Trialist.Search.Storage;

/// <summary>Reads a mapped file, or a slice of it. A copy costs one small object: Lucene makes several for every word of a query.</summary>
internal sealed class MappedInput : IndexInput
{
    private const int PayloadBits = 7;
    private const int More = 0x80;

    private readonly MappedFile file;
    private readonly long start;
    private readonly long end;
    private readonly bool owns;
    private long position;

    /// <summary>Stands on a whole file and closes it.</summary>
    public MappedInput(string description, MappedFile file)
        : this(description, file, 0, file.Length, owns: true)
    {
    }

    private MappedInput(string description, MappedFile file, long start, long end, bool owns)
        : base(description)
    {
        (this.file, this.start, this.end, this.owns) = (file, start, end, owns);
        position = start;
    }

    public override long Length => end - start;

    public override long Position => position - start;

    /// <summary>A part of this input; closing it closes nothing.</summary>
    public MappedInput Slice(string description, long offset, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Length - length);
        return new MappedInput(description, file, start + offset, start + offset + length, owns: false);
    }

    public override void Seek(long pos)
    {
        if (pos < 0 || pos > Length)
        {
            throw new EndOfStreamException($"Cannot go to {pos} in {this}: it has {Length} bytes.");
        }

        position = start + pos;
    }

    public override unsafe byte ReadByte() => *Take(1);

    public override unsafe void ReadBytes(byte[] b, int offset, int len) => new ReadOnlySpan<byte>(Take(len), len).CopyTo(b.AsSpan(offset, len));

    public override void ReadBytes(byte[] b, int offset, int len, bool useBuffer) => ReadBytes(b, offset, len);

    public override unsafe short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(new ReadOnlySpan<byte>(Take(sizeof(short)), sizeof(short)));

    public override unsafe int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(new ReadOnlySpan<byte>(Take(sizeof(int)), sizeof(int)));

    public override unsafe long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(new ReadOnlySpan<byte>(Take(sizeof(long)), sizeof(long)));

    public override int ReadVInt32() => (int)ReadVariable(sizeof(int));

    public override long ReadVInt64() => ReadVariable(sizeof(long));

    public override void SkipBytes(long numBytes) => Seek(Position + numBytes);

    // The caller seeks before it reads; the copy stands where this one does.
    public override object Clone() => new MappedInput(ToString(), file, start, end, owns: false) { position = position };

    protected override void Dispose(bool disposing)
    {
        if (owns)
        {
            file.Dispose();
        }
    }

    // Seven bits a byte, lowest first; the eighth says that more follow. At most one byte more than the number has.
    private unsafe long ReadVariable(int size)
    {
        long value = 0;
        for (var i = 0; i <= size; i++)
        {
            var next = *Take(1);
            value |= (long)(next & (More - 1)) << (i * PayloadBits);
            if (next < More)
            {
                return value;
            }
        }

        throw new IOException($"A number without end at byte {Position} of {this}: the index is damaged.");
    }

    private unsafe byte* Take(int count)
    {
        var at = position;
        if (count > end - at)
        {
            throw new EndOfStreamException($"Read past the end of {this}.");
        }

        position = at + count;
        return file.At(at);
    }
}
