using CsCheck;
using Lucene.Net.Store;
using Trialist.Search.Storage;

namespace Trialist.Search.Tests.Storage;

/// <summary>A mapped file reads as Lucene's own input does, and refuses what lies outside.</summary>
public sealed class MappedInputTests : IDisposable
{
    private readonly DirectoryInfo folder = System.IO.Directory.CreateTempSubdirectory("mapped");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Numbers_AreReadAsTheyWereWritten()
    {
        using var directory = new MappedDirectory(folder.FullName);
        Gen.Select(Gen.Int, Gen.Long, Gen.Short, Gen.Byte.Array[0, 40]).Array[1, 20].Sample(
            rows =>
            {
                using (var output = directory.CreateOutput("file", IOContext.DEFAULT))
                {
                    foreach (var (number, large, small, bytes) in rows)
                    {
                        output.WriteVInt32(number);
                        output.WriteVInt64(large & long.MaxValue);
                        output.WriteInt16(small);
                        output.WriteInt32(number);
                        output.WriteInt64(large);
                        output.WriteBytes(bytes, bytes.Length);
                        output.WriteByte(7);
                    }
                }

                using var whole = directory.OpenInput("file", IOContext.DEFAULT);
                using var slicer = directory.CreateSlicer("file", IOContext.DEFAULT);
                foreach (var input in (IndexInput[])[whole, (IndexInput)whole.Clone(), slicer.OpenSlice("all of it", 0, whole.Length)])
                {
                    foreach (var (number, large, small, bytes) in rows)
                    {
                        Assert.Equal(number, input.ReadVInt32());
                        Assert.Equal(large & long.MaxValue, input.ReadVInt64());
                        Assert.Equal(small, input.ReadInt16());
                        Assert.Equal(number, input.ReadInt32());
                        Assert.Equal(large, input.ReadInt64());
                        var read = new byte[bytes.Length];
                        input.ReadBytes(read, 0, read.Length);
                        Assert.Equal(bytes, read);
                        Assert.Equal(7, input.ReadByte());
                    }

                    Assert.Equal(input.Length, input.Position);
                    Assert.Throws<EndOfStreamException>(() => input.ReadByte());
                }
            },
            iter: 200, threads: 1);
    }

    [Fact]
    public void WhatLiesOutside_IsRefused()
    {
        using var directory = new MappedDirectory(folder.FullName);
        using (var output = directory.CreateOutput("file", IOContext.DEFAULT))
        {
            output.WriteBytes([1, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], 8);
        }

        using var input = directory.OpenInput("file", IOContext.DEFAULT);
        using var slicer = directory.CreateSlicer("file", IOContext.DEFAULT);
        var slice = slicer.OpenSlice("two bytes", 0, 2);

        Assert.Throws<EndOfStreamException>(() => input.Seek(9));
        Assert.Throws<EndOfStreamException>(() => input.Seek(-1));
        Assert.Throws<EndOfStreamException>(() => slice.ReadInt32());
        Assert.Throws<EndOfStreamException>(() => slice.ReadBytes(new byte[3], 0, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => slicer.OpenSlice("too long", 4, 5));
        input.Seek(2);
        Assert.Throws<IOException>(() => input.ReadVInt32());
    }

    [Fact]
    public void AClosedFile_IsRefused()
    {
        using var directory = new MappedDirectory(folder.FullName);
        using (var output = directory.CreateOutput("file", IOContext.DEFAULT))
        {
            output.WriteInt64(1);
        }

        var input = directory.OpenInput("file", IOContext.DEFAULT);
        var copy = (IndexInput)input.Clone();
        input.Dispose();

        Assert.Throws<ObjectDisposedException>(() => copy.ReadByte());
    }

    [Fact]
    public void AnEmptyFile_HasNothing()
    {
        using var directory = new MappedDirectory(folder.FullName);
        directory.CreateOutput("file", IOContext.DEFAULT).Dispose();

        using var input = directory.OpenInput("file", IOContext.DEFAULT);

        Assert.Equal(0, input.Length);
        Assert.Throws<EndOfStreamException>(() => input.ReadByte());
    }
}
