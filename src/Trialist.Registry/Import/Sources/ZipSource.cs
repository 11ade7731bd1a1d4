using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Trialist.Registry.Import.Sources;

/// <summary>The records of a zip: any folders, such as the registry's download layout 35/NCT02252835.json. Nothing is ever written under an entry's name.</summary>
internal sealed class ZipSource(Stream stream, RecordPlace place)
{
    private static readonly HashSet<string> Readable = new(StringComparer.OrdinalIgnoreCase) { ".json", ".ndjson", ".jsonl", ".xml", ".gz", ".zst", ".zip" };

    public async IAsyncEnumerable<RawSlice> SliceAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var zip = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellation);
        if (zip.Entries.Count > ImportLimits.MaxZipEntries)
        {
            throw new InvalidDataException($"it has more than {ImportLimits.MaxZipEntries:N0} entries");
        }

        foreach (var entry in zip.Entries.Where(entry => !IsFolder(entry)))
        {
            if (!IsStudyFile(entry))
            {
                yield return new RawSlice(default, false, At(entry), null, IsPassedOver: true);
                continue;
            }

            if (LeadsOut(entry.FullName))
            {
                yield return new RawSlice(default, false, At(entry), "its name leads out of the archive");
                continue;
            }

            await using var slices = EntryAsync(entry, cancellation).GetAsyncEnumerator(cancellation);
            while (true)
            {
                string? problem = null;
                try
                {
                    if (!await slices.MoveNextAsync())
                    {
                        break;
                    }
                }
                catch (Exception e) when (Damage.Of(e) is { } damage)
                {
                    problem = damage;
                }

                yield return problem is null ? slices.Current : new RawSlice(default, false, At(entry), problem);
                if (problem is not null)
                {
                    break;
                }
            }
        }
    }

    private async IAsyncEnumerable<RawSlice> EntryAsync(ZipArchiveEntry entry, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var opened = await entry.OpenAsync(cancellation);
        var (content, isZip) = Unpacking.Open(new ExpansionGuard(opened, () => entry.CompressedLength), () => entry.CompressedLength);
        await using (content)
        {
            if (isZip)
            {
                throw new InvalidDataException("it is an archive inside an archive");
            }

            using var slicer = new RecordSlicer(content, At(entry), SourceFile.IsLines(entry.FullName));
            await foreach (var slice in slicer.SliceAsync(cancellation))
            {
                // A study file of its own is found by its name; the place inside it says nothing more.
                yield return slice.Place is { Offset: 0, Line: null } ? slice with { Place = At(entry) } : slice;
            }
        }
    }

    private RecordPlace At(ZipArchiveEntry entry) => place with { Entry = entry.FullName };

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') || entry.FullName.EndsWith('\\');

    // Notes beside the studies and macOS resource forks are no studies.
    private static bool IsStudyFile(ZipArchiveEntry entry) =>
        Readable.Contains(Path.GetExtension(entry.FullName)) && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    private static bool LeadsOut(string name) =>
        Path.IsPathRooted(name) || name.Contains(':', StringComparison.Ordinal) || name.Split('/', '\\').Contains("..", StringComparer.Ordinal);
}
