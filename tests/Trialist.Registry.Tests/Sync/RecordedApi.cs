using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Trialist.Registry.Sync;

/// <summary>A real HTTP server on this machine that answers as the registry's API does: pages with tokens, entity tags, text/plain errors, and faults on demand.</summary>
internal sealed class RecordedApi : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly Queue<Func<HttpContext, Task<bool>>> faults = [];

    private RecordedApi(WebApplication app) => this.app = app;

    public SortedDictionary<string, (string Date, string Title)> Studies { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<string> Asked { get; } = [];

    /// <summary>Called after each page was sent.</summary>
    public Action<int>? AfterPage { get; set; }

    public string ETag { get; set; } = "\"883b003/0.34.1/a\"";

    public Uri Address => new(app.Urls.First() + "/api/v2/");

    public static async Task<RecordedApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var api = new RecordedApi(app);
        app.MapGet("/api/v2/studies", api.AnswerAsync);
        await app.StartAsync();
        return api;
    }

    public void Add(int number, string date, string title = "A study") => Studies[$"NCT{number:00000000}"] = (date, title);

    /// <summary>The next request meets this fault; it returns true when the request is then answered all the same.</summary>
    public void FailOnce(Func<HttpContext, Task<bool>> fault) => faults.Enqueue(fault);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        Asked.Enqueue(context.Request.QueryString.Value!);
        if (faults.TryDequeue(out var fault) && !await fault(context))
        {
            return;
        }

        if (context.Request.Headers.IfNoneMatch == ETag)
        {
            context.Response.StatusCode = 304;
            return;
        }

        // The token is an offset into the sorted list, the worst case: the list may shift between two pages.
        var offset = int.TryParse(context.Request.Query["pageToken"], out var token) ? token : 0;
        var size = int.Parse(context.Request.Query["pageSize"]!, CultureInfo.InvariantCulture);
        var since = context.Request.Query["filter.advanced"].ToString() is { Length: > 0 } filter ? filter["AREA[LastUpdatePostDate]RANGE[".Length..][..10] : "";
        var found = Studies.Where(study => string.CompareOrdinal(study.Value.Date, since) >= 0).OrderByDescending(study => study.Value.Date, StringComparer.Ordinal).ToList();
        var page = new JsonObject { ["studies"] = new JsonArray(found.Skip(offset).Take(size).Select(study => (JsonNode)TestStudy.Node(study.Key, study.Value.Date, study.Value.Title)).ToArray()) };
        if (context.Request.Query["countTotal"] == "true")
        {
            page["totalCount"] = found.Count;
        }

        if (offset + size < found.Count)
        {
            page["nextPageToken"] = (offset + size).ToString(CultureInfo.InvariantCulture);
        }

        context.Response.Headers.ETag = ETag;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(page.ToJsonString());
        AfterPage?.Invoke(Asked.Count);
    }
}
