using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Trialist.Registry.Sync;

public sealed class StudySyncTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    public static TheoryData<string> Faults => ["500", "503", "429", "truncated", "slow", "closed"];

    [Fact]
    public async Task FirstSync_TakesAllPages_AndTheNextOnlyWhatChanged()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 7);

        var first = await SyncAsync(api);
        Assert.Equal((7L, new DateOnly(2024, 1, 7)), (first.Records.Added, first.Through!.Value));
        Assert.Equal(7, await CountAsync());

        api.ETag = "\"b\"";
        api.Add(3, "2024-02-01", "Changed");
        api.Add(8, "2024-02-02");
        api.Asked.Clear();
        var second = await SyncAsync(api);

        Assert.Equal((1L, 1L), (second.Records.Added, second.Records.Updated));
        Assert.Contains("filter.advanced=AREA%5BLastUpdatePostDate%5DRANGE%5B2024-01-07%2CMAX%5D", api.Asked.First(), StringComparison.Ordinal);
        Assert.Equal("Changed", await TitleAsync(3));
    }

    [Fact]
    public async Task UnchangedSource_IsAskedOnce_AndAnswersNotModified()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 3);
        await SyncAsync(api);
        api.Asked.Clear();

        var again = await SyncAsync(api);

        Assert.True(again.NotModified);
        Assert.Single(api.Asked);
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Fault_IsWaitedOut(string fault)
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 5);
        api.FailOnce(async context =>
        {
            switch (fault)
            {
                case "truncated":
                    await context.Response.WriteAsync("{\"studies\":[{\"protocolSection\":{");
                    break;
                case "slow":
                    await Task.Delay(TimeSpan.FromSeconds(3), context.RequestAborted);
                    break;
                case "closed":
                    context.Abort();
                    break;
                default:
                    context.Response.StatusCode = int.Parse(fault, CultureInfo.InvariantCulture);
                    await context.Response.WriteAsync("too busy");
                    break;
            }

            return false;
        });

        var summary = await SyncAsync(api);

        Assert.Equal(5, summary.Records.Added);
    }

    [Fact]
    public async Task RetryAfter_IsObeyed()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 1);
        api.FailOnce(context =>
        {
            context.Response.StatusCode = 429;
            context.Response.Headers.RetryAfter = "1";
            return Task.FromResult(false);
        });
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await SyncAsync(api);

        Assert.True(clock.Elapsed >= TimeSpan.FromSeconds(1), $"It asked again after {clock.Elapsed}.");
    }

    [Fact]
    public async Task Requests_KeepTheirPause()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 6);
        var clock = System.Diagnostics.Stopwatch.StartNew();

        await SyncAsync(api, Options(api) with { Pause = TimeSpan.FromMilliseconds(300) });

        Assert.Equal(4, api.Asked.Count); // three pages and the closing pass
        Assert.True(clock.Elapsed >= TimeSpan.FromMilliseconds(900), $"Four requests in {clock.Elapsed}.");
    }

    [Fact]
    public async Task StudyThatChangesBetweenPages_IsTakenAsItIsAtTheEnd_AndNoneIsSkipped()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 9);
        api.AfterPage = page =>
        {
            if (page == 1)
            {
                api.Add(1, "2024-03-01", "Changed while the pages were read");
            }
        };

        await SyncAsync(api);

        Assert.Equal(9, await CountAsync());
        Assert.Equal("Changed while the pages were read", await TitleAsync(1));
    }

    [Fact]
    public async Task InterruptedSync_GoesOnWhereItWas_AndShowsNothingBefore()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 9);
        using (var cancel = new CancellationTokenSource())
        {
            api.AfterPage = page => cancel.CancelAfter(page == 3 ? 0 : Timeout.Infinite); // as Ctrl+C at the third page
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SyncAsync(api, Options(api) with { Pause = TimeSpan.FromMilliseconds(100) }, cancel.Token));
        }

        Assert.Equal(0, await CountAsync());
        api.AfterPage = null;
        api.Asked.Clear();

        var resumed = await SyncAsync(api);

        Assert.True(resumed.Resumed);
        Assert.Equal(9, await CountAsync());
        Assert.Contains("pageToken=", api.Asked.First(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SourceThatStaysBroken_IsSaidInOneSentence_AndNothingIsLost()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 1);
        for (var i = 0; i < 3; i++)
        {
            api.FailOnce(context =>
            {
                context.Response.StatusCode = 502;
                return Task.FromResult(false);
            });
        }

        var waits = new List<string>();
        var failure = await Assert.ThrowsAsync<TrialistException>(() => SyncAsync(api, Options(api) with { Retries = 2, Waiting = waits.Add }));

        Assert.Equal(2, waits.Count);
        Assert.StartsWith($"{api.Address.Authority} could not be read: it answered 502. Trying again in ", waits[0], StringComparison.Ordinal);
        Assert.Equal($"{api.Address.Authority} could not be read after 3 tries: it answered 502. Run the command again: it goes on where it was.", failure.Message);
        Assert.Equal(1, (await SyncAsync(api)).Records.Added);
    }

    [Fact]
    public async Task SourceThatNobodyAnswersAt_IsGivenUpSoon()
    {
        var api = await RecordedApi.StartAsync();
        var options = Options(api) with { Retries = 7 };
        await api.DisposeAsync();
        var waits = new List<string>();

        var failure = await Assert.ThrowsAsync<TrialistException>(() => SyncAsync(api, options with { Waiting = waits.Add }));

        Assert.Equal(2, waits.Count);
        Assert.StartsWith($"{options.Source.Authority} could not be read after 3 tries: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ExpiredPageToken_BeginsAnew()
    {
        await using var api = await RecordedApi.StartAsync();
        Fill(api, 9);
        using (var registry = StudyRegistry.Open(folder["data"]))
        {
            var query = $"studies?format=json&pageSize=2&sort=LastUpdatePostDate:desc";
            await new SyncState { Source = api.Address.ToString(), Run = new SyncRun(query, "old", null, null, IsClosing: false) }.WriteAsync(registry.Store, None);
        }

        api.FailOnce(async context =>
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("Invalid page token");
            return false;
        });

        await SyncAsync(api);

        Assert.Equal(9, await CountAsync());
    }

    [Fact]
    public async Task RefusedRequest_IsSaidInTheSourcesWords_WithoutTryingAgain()
    {
        await using var api = await RecordedApi.StartAsync();
        api.FailOnce(async context =>
        {
            context.Response.StatusCode = 400;
            await context.Response.WriteAsync("`sort` is unknown parameter");
            return false;
        });

        var failure = await Assert.ThrowsAnyAsync<TrialistException>(() => SyncAsync(api));

        Assert.Equal($"{api.Address.Authority} refused the request (400): `sort` is unknown parameter", failure.Message);
        Assert.Single(api.Asked);
    }

    [Fact]
    public async Task Sync_PushesOutTheDemo()
    {
        using (var registry = StudyRegistry.Open(folder["data"]))
        {
            await registry.AddAsync([TestStudy.Json("NCT99000001")], StudyOrigin.Demo, TestStudy.Now, None);
        }

        await using var api = await RecordedApi.StartAsync();
        Fill(api, 2);
        await SyncAsync(api);

        Assert.Equal(2, await CountAsync());
    }

    public void Dispose() => folder.Dispose();

    private static void Fill(RecordedApi api, int studies)
    {
        for (var i = 1; i <= studies; i++)
        {
            api.Add(i, $"2024-01-{i:00}");
        }
    }

    private static SyncOptions Options(RecordedApi api) => new()
    {
        Source = api.Address,
        PageSize = 2,
        Pause = TimeSpan.FromMilliseconds(1),
        RetryDelay = TimeSpan.FromMilliseconds(20),
        Timeout = TimeSpan.FromSeconds(2),
    };

    private async Task<SyncSummary> SyncAsync(RecordedApi api, SyncOptions? options = null, CancellationToken cancellation = default)
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        return await registry.SyncAsync(options ?? Options(api), TimeProvider.System, null, cancellation);
    }

    private async Task<int> CountAsync()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        return await registry.Store.CountAsync(None);
    }

    private async Task<string> TitleAsync(int number)
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        return (await registry.Store.FindAsync(NctId.Parse($"NCT{number:00000000}"), None))!.Study.BriefTitle;
    }
}
