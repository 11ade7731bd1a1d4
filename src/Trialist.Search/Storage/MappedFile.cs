using System.IO.MemoryMappedFiles;

namespace Trialist.Search.Storage;

/// <summary>A file in memory, read only, for as long as it is open. Shared by all inputs that stand on it.</summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile? map;
    private readonly MemoryMappedViewAccessor? view;
    private byte* first;
    private bool isClosed;

    /// <summary>Maps a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public MappedFile(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        Length = stream.Length;
        if (Length == 0)
        {
            stream.Dispose(); // nothing cannot be mapped
            return;
        }

        map = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        view = map.CreateViewAccessor(0, Length, MemoryMappedFileAccess.Read);
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref first);
        first += view.PointerOffset;
    }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>Bytes of the file, from a place that the caller has checked.</summary>
    /// <exception cref="ObjectDisposedException">The file was closed.</exception>
    public byte* At(long position)
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        return first + position;
    }

    public void Dispose()
    {
        if (isClosed)
        {
            return;
        }

        isClosed = true;
        view?.SafeMemoryMappedViewHandle.ReleasePointer();
        view?.Dispose();
        map?.Dispose();
    }
}
