using System.Diagnostics;
using System.Globalization;
using Trialist.Registry.Import;
using Trialist.Registry.Indexing;
using Trialist.Registry.Reading;

namespace Trialist.Registry.Sync;

/// <summary>One sync: pages of what was updated, each stored with how far it went, and everything published at the end.</summary>
/// <remarks>
/// Newest update first: a study that changes while the pages are read moves to the front, so that the pages behind it shift back and repeat a study
/// instead of skipping one; the study itself comes with the closing pass, which asks once more for everything from the newest day on.
/// That day is asked for again the next time too, because more may come on the same day.
/// </remarks>
internal sealed class StudySync(StudyRegistry registry, SyncOptions options, TimeProvider time, IndexFeed feed, IProgress<ImportProgress>? progress)
{
    private readonly List<ImportReject> rejects = [];
    private readonly ImportWarnings warnings = new();
    private int total;
    private readonly int[] outcomes = new int[Enum.GetValues<UpsertOutcome>().Length];

    public async Task<SyncSummary> RunAsync(CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var api = new StudyApi(options, time);
        var state = await SyncState.ReadAsync(registry.Store, options.Source.ToString(), cancellation);
        var query = QueryFor(options.Since ?? state.Through);
        var resumed = state.Run is { PageToken: not null } && (options.Since is null || state.Run.Query == query);
        var run = resumed ? state.Run! : new SyncRun(query, null, null, null, IsClosing: false);
        try
        {
            while (true)
            {
                // An entity tag covers the whole data set of the source: only a first page that asks for the same can be "not modified".
                var tag = run is { PageToken: null, IsClosing: false } && options.Since is null ? state.ETag : null;
                if (await api.GetAsync(UrlOf(run), tag, cancellation) is not { } page)
                {
                    return new SyncSummary(Summary(clock.Elapsed), NotModified: true, Resumed: false, state.Through);
                }

                run = await TakeAsync(run, page, cancellation);
                if (run.PageToken is not null || NeedsClosing(ref run))
                {
                    await (state with { Run = run }).WriteAsync(registry.Store, cancellation);
                    continue;
                }

                break;
            }
        }
        catch (RefusedRequestException) when (resumed)
        {
            // Page tokens do not live for ever: what was stored stays, and the sync begins anew.
            await (state with { Run = null }).WriteAsync(registry.Store, cancellation);
            return await RunAsync(cancellation);
        }

        var through = Later(state.Through, run.Newest);
        var demoRemoved = await registry.Store.PublishAsync(cancellation);
        await (state with { Run = null, Through = through, ETag = run.ETag }).WriteAsync(registry.Store, cancellation);
        return new SyncSummary(Summary(clock.Elapsed) with { DemoRemoved = demoRemoved }, NotModified: false, resumed, through);
    }

    private async Task<SyncRun> TakeAsync(SyncRun run, StudyPage page, CancellationToken cancellation)
    {
        total = Math.Max(total, page.Total ?? 0);
        var newest = Later(run.Newest, await StoreAsync(page, cancellation));
        var done = outcomes.Sum() + rejects.Count;
        progress?.Report(new ImportProgress(done, rejects.Count, done, Math.Max(total, done)));
        return run with { PageToken = page.NextPageToken, ETag = run.ETag ?? page.ETag, Newest = newest, Pages = run.Pages + 1 };
    }

    // A sync of one page saw one moment of the source; a longer one asks for what changed meanwhile, once.
    private bool NeedsClosing(ref SyncRun run)
    {
        if (run.IsClosing || run.Pages == 1 || run.Newest is null)
        {
            return false;
        }

        run = new SyncRun(QueryFor(run.Newest), null, run.ETag, run.Newest, IsClosing: true);
        return true;
    }

    private static string UrlOf(SyncRun run) => run.PageToken is null ? $"{run.Query}&countTotal=true" : $"{run.Query}&pageToken={Uri.EscapeDataString(run.PageToken)}";

    private string QueryFor(DateOnly? since)
    {
        var query = string.Create(CultureInfo.InvariantCulture, $"studies?format=json&pageSize={options.PageSize}&sort=LastUpdatePostDate:desc");
        return since is { } day ? $"{query}&filter.advanced={Uri.EscapeDataString($"AREA[LastUpdatePostDate]RANGE[{day:yyyy-MM-dd},MAX]")}" : query;
    }

    private async Task<DateOnly?> StoreAsync(StudyPage page, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var batch = new List<IncomingStudy>(page.Studies.Count);
        DateOnly? newest = null;
        foreach (var json in page.Studies)
        {
            var at = $"record {outcomes.Sum() + batch.Count + rejects.Count + 1}";
            if (StudyReader.TryRead(json, out var study, out var reason))
            {
                warnings.Add(options.Source.ToString(), at, RecordCheck.Of(json));
                batch.Add(IncomingStudy.Of(new StudyRecord(json, study), StudyOrigin.Sync, now, registry.Store));
                newest = Later(newest, study.Dates.LastUpdatePosted?.Latest);
            }
            else
            {
                rejects.Add(new ImportReject(options.Source.ToString(), at, reason));
            }
        }

        foreach (var (incoming, outcome) in batch.Zip(await registry.Store.UpsertAsync(batch, cancellation)))
        {
            outcomes[(int)outcome]++;
            if (outcome != UpsertOutcome.Unchanged)
            {
                feed.Put(incoming);
            }
        }

        return newest;
    }

    private ImportSummary Summary(TimeSpan elapsed) => new(
        outcomes[(int)UpsertOutcome.Added], outcomes[(int)UpsertOutcome.Updated], outcomes[(int)UpsertOutcome.Unchanged], rejects, elapsed) { Warnings = warnings };

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b ?? a : a;
}
