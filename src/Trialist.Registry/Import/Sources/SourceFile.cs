using System.Runtime.CompilerServices;

namespace Trialist.Registry.Import.Sources;

/// <summary>One file of an import, as the records in it.</summary>
internal sealed class SourceFile(string path, string spoolFolder)
{
    /// <summary>Compressed bytes read so far.</summary>
    public long BytesRead { get; private set; }

    public async IAsyncEnumerable<RawSlice> SliceAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var place = new RecordPlace(path, null, null, null);
        await using var records = Slices(place, cancellation).GetAsyncEnumerator(cancellation);
        while (true)
        {
            RawSlice slice;
            string? problem = null;
            try
            {
                if (!await records.MoveNextAsync())
                {
                    yield break;
                }

                slice = records.Current;
            }
            catch (Exception e) when (Damage.Of(e) is { } damage)
            {
                (slice, problem) = (default, damage);
            }

            yield return problem is null ? slice : new RawSlice(default, false, place, problem);
            if (problem is not null)
            {
                yield break;
            }
        }
    }

    private async IAsyncEnumerable<RawSlice> Slices(RecordPlace place, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var file = new CountingStream(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16, FileOptions.SequentialScan));
        var (stream, isZip) = Unpacking.Open(file, () => file.Count);
        await using (stream)
        {
            if (isZip)
            {
                // A zip keeps its table of contents at the end: one that comes out of a compressed stream is written down first.
                await using var spooled = stream.CanSeek ? null : await SpoolAsync(stream, cancellation);
                await foreach (var slice in new ZipSource(spooled ?? stream, place).SliceAsync(cancellation))
                {
                    BytesRead = file.Count;
                    yield return slice;
                }

                yield break;
            }

            using var slicer = new RecordSlicer(stream, place, IsLines(path));
            await foreach (var slice in slicer.SliceAsync(cancellation))
            {
                BytesRead = file.Count;
                yield return slice;
            }
        }
    }

    /// <summary>True for the names of files that hold one record a line, also under .zst or .gz.</summary>
    public static bool IsLines(string name)
    {
        var bare = Path.GetExtension(name).ToUpperInvariant() is ".ZST" or ".GZ" ? Path.GetFileNameWithoutExtension(name) : name;
        return Path.GetExtension(bare).ToUpperInvariant() is ".NDJSON" or ".JSONL";
    }

    private async Task<FileStream> SpoolAsync(Stream stream, CancellationToken cancellation)
    {
        var spool = new FileStream(
            Path.Combine(spoolFolder, $"unpacked-{Guid.NewGuid():N}.zip"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await stream.CopyToAsync(spool, cancellation);
        spool.Position = 0;
        return spool;
    }
}
