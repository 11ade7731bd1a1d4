using Trialist.Registry.Import;
using Trialist.Registry.Import.Sources;
using Trialist.Registry.Indexing;
using Trialist.Registry.Sync;
using Trialist.Search;

namespace Trialist.Registry;

/// <content>Everything that writes. One process at a time: the others are told who has the right.</content>
public sealed partial class StudyRegistry
{
    private readonly SemaphoreSlim catchingUp = new(1);
    private volatile bool caughtUp;

    /// <summary>Stores records and publishes them at once; meant for small sets such as the demo registry and drafts.</summary>
    /// <param name="records">UTF-8 JSON of one v2 study object each.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="seenAt">When they were seen to be so.</param>
    /// <param name="cancellation">Stops between records; nothing is published then.</param>
    /// <exception cref="TrialistException">A record cannot be read, or another process is writing.</exception>
    public async Task<IReadOnlyList<UpsertOutcome>> AddAsync(
        IEnumerable<ReadOnlyMemory<byte>> records, StudyOrigin origin, DateTimeOffset seenAt, CancellationToken cancellation)
    {
        var incoming = records.Select(json => IncomingStudy.Of(new StudyRecord(json, StudyReader.Read(json)), origin, seenAt, Store)).ToList();
        using var writing = WriterLock.Take(Folder);
        using var feed = await IndexFeed.OpenAsync(Store, indexFolder, cancellation);
        var outcomes = await Store.UpsertAsync(incoming, cancellation);
        await Store.PublishAsync(cancellation);
        await feed.CommitAsync(alreadyPut: await Store.PublishedSequenceAsync(cancellation), cancellation);
        await Store.TidyAsync(cancellation);
        return outcomes;
    }

    /// <summary>Imports files, folders and globs, and publishes what came in at the end, all at once.</summary>
    /// <param name="paths">What to import: .json, .ndjson, .xml, .zip, .zst, .gz.</param>
    /// <param name="now">The time of import, for records that do not say when they were observed.</param>
    /// <param name="progress">Told after every batch; null when nobody looks.</param>
    /// <param name="cancellation">Stops soon; what was stored stays and is published by the next import.</param>
    /// <exception cref="TrialistException">A path names nothing, another process is writing, or the store cannot be written.</exception>
    public async Task<ImportSummary> ImportAsync(
        IEnumerable<string> paths, DateTimeOffset now, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        var sources = SourcePaths.Resolve(paths);
        using var writing = WriterLock.Take(Folder);
        var tables = Task.Run(StudyIndexWriter.ReadTables, cancellation);
        using var feed = await IndexFeed.OpenAsync(Store, indexFolder, cancellation);
        var before = await Store.StoredSequenceAsync(cancellation);
        var left = await Store.UnpublishedAsync(cancellation);
        var summary = await new StudyImport(this, sources, new RecordReading(Store, StudyOrigin.Import, now), feed, tables, progress).RunAsync(cancellation);
        var demoRemoved = await Store.PublishAsync(cancellation);
        await feed.CommitAsync(alreadyPut: before, cancellation);
        return summary with { DemoRemoved = demoRemoved, LeftFromBefore = left };
    }

    /// <summary>Loads and updates studies from ClinicalTrials.gov's API, and publishes them at the end, all at once.</summary>
    /// <param name="options">Where from, and how gently.</param>
    /// <param name="time">The clock.</param>
    /// <param name="progress">Told after every page; null when nobody looks.</param>
    /// <param name="cancellation">Stops soon; the next sync goes on there.</param>
    /// <exception cref="TrialistException">The source cannot be read, another process is writing, or the store cannot be written.</exception>
    public async Task<SyncSummary> SyncAsync(SyncOptions options, TimeProvider time, IProgress<ImportProgress>? progress, CancellationToken cancellation)
    {
        using var writing = WriterLock.Take(Folder);
        using var feed = await IndexFeed.OpenAsync(Store, indexFolder, cancellation);
        var before = await Store.StoredSequenceAsync(cancellation);
        var summary = await new StudySync(this, options, time, feed, progress).RunAsync(cancellation);
        await feed.CommitAsync(alreadyPut: before, cancellation);
        return summary;
    }

    /// <summary>Work behind an import or a sync that changes nothing to see: early records are packed as later ones are. Left undone where another process is writing.</summary>
    public async Task TidyAsync(CancellationToken cancellation)
    {
        using var writing = WriterLock.TryTake(Folder);
        if (writing is not null)
        {
            await Store.TidyAsync(cancellation);
        }
    }

    /// <summary>Builds the search index anew from the store, beside the one in use, and swaps them.</summary>
    /// <exception cref="TrialistException">Another process is writing.</exception>
    public async Task ReindexAsync(CancellationToken cancellation)
    {
        using var writing = WriterLock.Take(Folder);
        using var feed = await IndexFeed.OpenNewAsync(Store, indexFolder, cancellation);
        await feed.CommitAsync(alreadyPut: await Store.PublishedSequenceAsync(cancellation), cancellation);
    }

    // After a kill the index is behind the store. Whoever has the right to write mends it; without it, the index is used as it is.
    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        await catchingUp.WaitAsync(cancellation);
        try
        {
            var published = await Store.PublishedSequenceAsync(cancellation);
            if (caughtUp || (indexFolder.Current is { } current && await IndexFeed.IndexedSequenceAsync(Store, indexFolder, current, cancellation) == published))
            {
                return;
            }

            using var writing = Store.IsReadOnly ? null : WriterLock.TryTake(Folder);
            if (writing is not null)
            {
                using var feed = await IndexFeed.OpenAsync(Store, indexFolder, cancellation);
                await feed.CommitAsync(alreadyPut: published, cancellation);
            }
        }
        finally
        {
            catchingUp.Release();
        }
    }
}
