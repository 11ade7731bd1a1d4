using Trialist.Registry.Import;
using Trialist.Registry.Import.Sources;
using Trialist.Registry.Store.Sqlite;

namespace Trialist.Registry;

/// <summary>The studies of one data folder: the store and what is derived from it.</summary>
public sealed class StudyRegistry : IDisposable
{
    private const string StoreFile = "registry.db";

    private StudyRegistry(string folder, IStudyStore store)
    {
        Folder = folder;
        Store = store;
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The records.</summary>
    public IStudyStore Store { get; }

    /// <summary>Opens the registry of a data folder; an empty or missing folder becomes an empty registry.</summary>
    /// <exception cref="TrialistException">The folder cannot be made or written, or the store in it is damaged or from a newer program.</exception>
    public static StudyRegistry Open(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrialistException($"The data folder '{folder}' cannot be made: {e.Message}", e);
        }

        return new StudyRegistry(folder, new SqliteStudyStore(Path.Combine(folder, StoreFile)));
    }

    /// <summary>True when a data folder holds a registry already.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, StoreFile));

    /// <summary>Stores records and publishes them at once; meant for small sets such as the demo registry and drafts.</summary>
    /// <param name="records">UTF-8 JSON of one v2 study object each.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="seenAt">When they were seen to be so.</param>
    /// <param name="cancellation">Stops between records; nothing is published then.</param>
    /// <exception cref="TrialistException">A record cannot be read.</exception>
    public async Task<IReadOnlyList<UpsertOutcome>> AddAsync(
        IEnumerable<ReadOnlyMemory<byte>> records, StudyOrigin origin, DateTimeOffset seenAt, CancellationToken cancellation)
    {
        var incoming = records.Select(json => IncomingStudy.Of(new StudyRecord(json, StudyReader.Read(json)), origin, seenAt)).ToList();
        var outcomes = await Store.UpsertAsync(incoming, cancellation);
        await Store.PublishAsync(cancellation);
        return outcomes;
    }

    /// <summary>Imports files, folders and globs, and publishes what came in at the end, all at once.</summary>
    /// <param name="paths">What to import: .json, .ndjson, .xml, .zip, .zst, .gz.</param>
    /// <param name="now">The time of import, for records that do not say when they were observed.</param>
    /// <param name="progress">Told after every batch; null when nobody looks.</param>
    /// <param name="cancellation">Stops soon; what was stored stays and is published by the next import.</param>
    /// <exception cref="TrialistException">A path names nothing, or the store cannot be written.</exception>
    public async Task<ImportSummary> ImportAsync(
        IEnumerable<string> paths, DateTimeOffset now, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var import = new StudyImport(this, SourcePaths.Resolve(paths), new RecordReading(StudyOrigin.Import, now), progress);
        var summary = await import.RunAsync(cancellation);
        await Store.PublishAsync(cancellation);
        return summary;
    }

    /// <inheritdoc />
    public void Dispose() => Store.Dispose();
}
