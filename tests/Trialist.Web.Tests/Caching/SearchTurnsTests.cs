using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Trialist.Web.Caching;

namespace Trialist.Web.Tests.Caching;

/// <summary>Pages of the finder are made in turn; nothing else waits for them.</summary>
public sealed class SearchTurnsTests : IDisposable
{
    private readonly SemaphoreSlim ends = new(0);
    private readonly ConcurrentQueue<string> started = new();
    private readonly SearchTurns turns;

    public SearchTurnsTests() => turns = new SearchTurns(async context =>
    {
        started.Enqueue(context.Request.Path + context.Request.QueryString);
        if (context.Request.Path == "/search")
        {
            await ends.WaitAsync();
        }
    });

    [Fact]
    public async Task Searches_WhileAllTurnsAreTaken_WaitInTheOrderInWhichTheyCame()
    {
        var asked = Enumerable.Range(0, Environment.ProcessorCount + 3).Select(i => $"?q={i}").ToList();
        var answers = asked.ConvertAll(query => turns.InvokeAsync(Request("/search", query)));
        Assert.Equal(Environment.ProcessorCount, started.Count);

        for (var ended = 1; ended <= 3; ended++)
        {
            ends.Release();
            await UntilAsync(() => started.Count == Environment.ProcessorCount + ended);
        }

        ends.Release(asked.Count);
        await Task.WhenAll(answers);
        Assert.Equal(asked.Select(query => "/search" + query), started);
    }

    [Fact]
    public async Task OtherPage_WhileAllTurnsAreTaken_IsAnsweredAtOnce()
    {
        var answers = Enumerable.Range(0, Environment.ProcessorCount + 1).Select(_ => turns.InvokeAsync(Request("/search", ""))).ToList();

        await turns.InvokeAsync(Request("/about", ""));

        Assert.Contains("/about", started);
        ends.Release(answers.Count);
        await Task.WhenAll(answers);
    }

    [Fact]
    public async Task ReaderWhoLeaves_WhileWaiting_TakesNoTurn()
    {
        var answers = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => turns.InvokeAsync(Request("/search", ""))).ToList();
        using var left = new CancellationTokenSource();
        var context = Request("/search", "?left");
        context.RequestAborted = left.Token;
        var leaving = turns.InvokeAsync(context);

        await left.CancelAsync();
        await UntilAsync(() => leaving.IsCanceled);
        ends.Release(answers.Count + 1);
        await Task.WhenAll(answers);
        await turns.InvokeAsync(Request("/search", "?next")); // every turn was given back

        Assert.DoesNotContain("/search?left", started);
        Assert.Contains("/search?next", started);
    }

    public void Dispose()
    {
        turns.Dispose();
        ends.Dispose();
    }

    private static DefaultHttpContext Request(string path, string query)
    {
        var context = new DefaultHttpContext();
        (context.Request.Path, context.Request.QueryString) = (path, new QueryString(query.Length == 0 ? null : query));
        return context;
    }

    private static async Task UntilAsync(Func<bool> done)
    {
        while (!done())
        {
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }
    }
}
