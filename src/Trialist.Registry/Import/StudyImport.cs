using System.Collections.Concurrent;
using System.Diagnostics;
using System.Threading.Channels;
using Trialist.Registry.Import.Sources;
using Trialist.Registry.Indexing;

namespace Trialist.Registry.Import;

/// <summary>One import: a reader that cuts files into records, parsers on all cores, and one writer that stores in the order of the files; what changed is indexed behind it.</summary>
/// <param name="registry">Where the studies go.</param>
/// <param name="sources">The files.</param>
/// <param name="reading">How a record is read.</param>
/// <param name="feed">The index behind the store.</param>
/// <param name="tables">Ends when the tables that indexing needs are read; nothing is indexed before.</param>
/// <param name="progress">Told after every batch; null when nobody looks.</param>
internal sealed class StudyImport(StudyRegistry registry, SourceSet sources, RecordReading reading, IndexFeed feed, Task tables, IProgress<ImportProgress>? progress)
{
    private const int StoreBatch = 32; // records a transaction: what waits is copied by the garbage collector, again and again
    private static readonly TimeSpan LookForIndexed = TimeSpan.FromMilliseconds(1);
    private const string DemoBesideReal = "it belongs to the demo registry, and this registry holds real studies";

    private readonly long bytesTotal = sources.Files.Sum(file => new FileInfo(file).Length);
    private readonly List<ImportReject> rejects = [];
    private readonly ImportWarnings warnings = new();
    private readonly Dictionary<string, int> rejectsOfFile = new(StringComparer.Ordinal);
    private PassedOverFiles passedOver = sources.PassedOver;
    private readonly int[] outcomes = new int[Enum.GetValues<UpsertOutcome>().Length];
    private readonly Channel<Work> toParse = Channel.CreateBounded<Work>(Environment.ProcessorCount + 1);
    private readonly Channel<Work> toStore = Channel.CreateBounded<Work>(Environment.ProcessorCount + 1);
    private readonly Channel<List<IncomingStudy>> toIndex = Channel.CreateBounded<List<IncomingStudy>>(Environment.ProcessorCount);
    private readonly ConcurrentDictionary<NctId, bool> onTheirWay = new(); // studies that wait for an indexer or are at one
    private long bytesRead;

    public async Task<ImportSummary> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task[] stages = [ReadAsync(stop.Token), ParseAsync(stop.Token), StoreAsync(stop.Token), .. Enumerable.Range(0, Environment.ProcessorCount).Select(_ => IndexAsync(stop.Token))];
        Exception? failure = null;
        await foreach (var stage in Task.WhenEach(stages))
        {
            if (!stage.IsCompletedSuccessfully)
            {
                failure ??= stage.Exception?.InnerException;
                await stop.CancelAsync();
            }
        }

        cancellation.ThrowIfCancellationRequested();
        if (failure is not null)
        {
            throw new TrialistException(failure is TrialistException ? failure.Message : $"The import failed: {failure.Message}", failure);
        }

        return new ImportSummary(
            outcomes[(int)UpsertOutcome.Added], outcomes[(int)UpsertOutcome.Updated], outcomes[(int)UpsertOutcome.Unchanged], rejects, clock.Elapsed) { PassedOver = passedOver, Warnings = warnings };
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await Task.Yield(); // cutting and decompressing are work: not in the thread of the caller
        var batch = new RawBatch();
        long before = 0;
        foreach (var path in sources.Files)
        {
            var file = new SourceFile(path, registry.Folder);
            await foreach (var slice in file.SliceAsync(cancellation))
            {
                batch.Add(slice);
                Volatile.Write(ref bytesRead, before + file.BytesRead);
                if (batch.IsFull)
                {
                    await SendAsync(batch, cancellation);
                    batch = new RawBatch();
                }
            }

            before += new FileInfo(path).Length;
        }

        await SendAsync(batch, cancellation);
        Volatile.Write(ref bytesRead, bytesTotal);
        toParse.Writer.Complete();
        toStore.Writer.Complete();
    }

    private async Task SendAsync(RawBatch batch, CancellationToken cancellation)
    {
        var work = new Work(batch, new TaskCompletionSource<List<ReadRecord>>(TaskCreationOptions.RunContinuationsAsynchronously));
        await toParse.Writer.WriteAsync(work, cancellation);
        await toStore.Writer.WriteAsync(work, cancellation);
    }

    private Task ParseAsync(CancellationToken cancellation) =>
        Parallel.ForEachAsync(toParse.Reader.ReadAllAsync(cancellation), cancellation, (work, _) =>
        {
            using (work.Batch)
            {
                work.Parsed.SetResult(work.Batch.Slices.SelectMany(reading.Read).ToList());
            }

            return ValueTask.CompletedTask;
        });

    private async Task StoreAsync(CancellationToken cancellation)
    {
        var batch = new List<ReadRecord.Good>(StoreBatch);
        await foreach (var work in toStore.Reader.ReadAllAsync(cancellation))
        {
            foreach (var record in await work.Parsed.Task.WaitAsync(cancellation))
            {
                switch (record)
                {
                    case ReadRecord.Good good:
                        batch.Add(good);
                        break;
                    case ReadRecord.Bad bad:
                        Reject(bad.Reject);
                        break;
                    case ReadRecord.PassedOver file:
                        passedOver = passedOver.And(file.Name);
                        break;
                }
            }

            if (batch.Count >= StoreBatch)
            {
                await StoreBatchAsync(batch, cancellation);
            }
        }

        await StoreBatchAsync(batch, cancellation);
        toIndex.Writer.Complete();
    }

    // Whoever is free takes what comes next: an indexer that writes out a segment is busy for seconds, and the others must not wait for it.
    private Task IndexAsync(CancellationToken cancellation) => Task.Run(
        async () =>
        {
            // Who read the tables would else go on with the first indexer and start the second when that has a rest.
            await tables.WaitAsync(cancellation).ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
            await foreach (var studies in toIndex.Reader.ReadAllAsync(cancellation))
            {
                studies.ForEach(feed.Put);
                studies.ForEach(incoming => onTheirWay.TryRemove(incoming.Study.NctId, out _));
            }
        },
        cancellation);

    // A study may come more than once in one import: its versions go to one indexer, or wait until the one before is indexed, and so stay in order.
    private async Task SendToIndexAsync(List<IncomingStudy> studies, CancellationToken cancellation)
    {
        while (studies.Exists(incoming => onTheirWay.ContainsKey(incoming.Study.NctId)))
        {
            await Task.Delay(LookForIndexed, cancellation);
        }

        studies.ForEach(incoming => onTheirWay.TryAdd(incoming.Study.NctId, true));
        await toIndex.Writer.WriteAsync(studies, cancellation);
    }

    private async Task StoreBatchAsync(List<ReadRecord.Good> batch, CancellationToken cancellation)
    {
        var changed = new List<IncomingStudy>(batch.Count);
        foreach (var (good, outcome) in batch.Zip(await registry.Store.UpsertAsync([.. batch.Select(good => good.Incoming)], cancellation)))
        {
            if (outcome == UpsertOutcome.Refused)
            {
                Reject(new ImportReject(good.Place.File, good.Place.At, DemoBesideReal));
                continue;
            }

            outcomes[(int)outcome]++;
            warnings.Add(good.Place.File, good.Place.At, good.Warnings);
            if (outcome != UpsertOutcome.Unchanged)
            {
                changed.Add(good.Incoming);
            }
        }

        batch.Clear();
        foreach (var share in changed.GroupBy(incoming => incoming.Study.NctId.Number % Environment.ProcessorCount))
        {
            await SendToIndexAsync([.. share], cancellation);
        }

        progress?.Report(new ImportProgress(outcomes.Sum(count => (long)count) + rejects.Count, rejects.Count, Volatile.Read(ref bytesRead), bytesTotal));
    }

    private void Reject(ImportReject reject)
    {
        var count = rejectsOfFile[reject.File] = rejectsOfFile.GetValueOrDefault(reject.File) + 1;
        if (count > ImportLimits.MaxRejectsPerFile)
        {
            throw new TrialistException($"More than {ImportLimits.MaxRejectsPerFile} records of '{reject.File}' were rejected: it is not a file of studies. Nothing was published.");
        }

        rejects.Add(reject);
    }

    private sealed record Work(RawBatch Batch, TaskCompletionSource<List<ReadRecord>> Parsed);
}
