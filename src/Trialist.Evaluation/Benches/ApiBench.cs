using System.Diagnostics;
using System.Text.Json;

namespace Trialist.Evaluation.Benches;

/// <summary>Measures the registry's API over HTTP: request shapes one after another, pages of a thousand whole records, and a walk through everything by token.</summary>
public static class ApiBench
{
    private const string Engine = "trialist";
    private const int WarmUp = 100; // rounds through all shapes: the code of a site that has just begun is still compiled, on the core that answers
    private const int Rounds = 300; // of a hundred requests the slowest but one would be the p99
    private const int LargePages = 10;
    private const int BufferSize = 1 << 16;

    /// <summary>Measures a server.</summary>
    /// <param name="server">Its address.</param>
    /// <param name="memory">The memory that it holds, in MB.</param>
    /// <param name="say">Progress.</param>
    /// <param name="cancellation">Stops between requests.</param>
    public static async Task<BenchReport> RunAsync(Uri server, Func<double> memory, Action<string> say, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = server };
        var rows = new List<BenchFigure>();
        var buffer = new byte[BufferSize];
        say("Asking in the shapes of real clients …");
        for (var round = 0; round < WarmUp; round++)
        {
            foreach (var shape in ApiShape.All)
            {
                _ = await ReadAsync(client, shape.Path, buffer, cancellation);
            }
        }

        foreach (var shape in ApiShape.All)
        {
            rows.AddRange(await ShapeAsync(client, shape, buffer, cancellation));
        }

        say("Reading pages of a thousand records …");
        rows.Add(await LargePagesAsync(client, buffer, cancellation));
        say("Walking through all studies …");
        rows.AddRange(await WalkAsync(client, memory, cancellation));
        return new BenchReport(rows);
    }

    private static async Task<IEnumerable<BenchFigure>> ShapeAsync(HttpClient client, ApiShape shape, byte[] buffer, CancellationToken cancellation)
    {
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            _ = await ReadAsync(client, shape.Path, buffer, cancellation);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return
        [
            new BenchFigure(shape.Case, Engine, "p50", times[times.Count / 2], "ms"),
            new BenchFigure(shape.Case, Engine, "p99", times[(int)Math.Ceiling(0.99 * times.Count) - 1], "ms"),
        ];
    }

    private static async Task<BenchFigure> LargePagesAsync(HttpClient client, byte[] buffer, CancellationToken cancellation)
    {
        _ = await ReadAsync(client, "/studies?pageSize=1000", buffer, cancellation);
        var watch = Stopwatch.StartNew();
        var bytes = 0L;
        for (var page = 0; page < LargePages; page++)
        {
            bytes += await ReadAsync(client, "/studies?pageSize=1000", buffer, cancellation);
        }

        return new BenchFigure("api.page1000", Engine, "rate", bytes / 1e6 / watch.Elapsed.TotalSeconds, "MB/s");
    }

    private static async Task<IEnumerable<BenchFigure>> WalkAsync(HttpClient client, Func<double> memory, CancellationToken cancellation)
    {
        var before = memory();
        var most = before;
        var watch = Stopwatch.StartNew();
        var studies = 0;
        string? token = null;
        do
        {
            using var page = JsonDocument.Parse(await BytesAsync(client, $"/studies?fields=NCTId&pageSize=1000{(token is null ? "" : $"&pageToken={token}")}", cancellation));
            studies += page.RootElement.GetProperty("studies").GetArrayLength();
            most = Math.Max(most, memory());
            token = page.RootElement.TryGetProperty("nextPageToken", out var next) ? next.GetString() : null;
        }
        while (token is not null);

        return
        [
            new BenchFigure("api.walk", Engine, "rate", studies / watch.Elapsed.TotalSeconds, "1/s"),
            new BenchFigure("api.walk", Engine, "records", studies, "count"),
            new BenchFigure("api.walk", Engine, "memory", Math.Round(most - before), "MB"),
        ];
    }

    // What is read is not kept: large answers would fill this program's memory, and the pauses that clear it would count as the site's.
    private static async Task<long> ReadAsync(HttpClient client, string path, byte[] buffer, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(Address(path), HttpCompletionOption.ResponseHeadersRead, cancellation);
        await CheckAsync(response, path, cancellation);
        using var body = await response.Content.ReadAsStreamAsync(cancellation);
        var bytes = 0L;
        for (int read; (read = await body.ReadAsync(buffer, cancellation)) > 0;)
        {
            bytes += read;
        }

        return bytes;
    }

    private static async Task<byte[]> BytesAsync(HttpClient client, string path, CancellationToken cancellation)
    {
        using var response = await client.GetAsync(Address(path), cancellation);
        await CheckAsync(response, path, cancellation);
        return await response.Content.ReadAsByteArrayAsync(cancellation);
    }

    private static Uri Address(string path) => new("api/v2" + path, UriKind.Relative);

    private static async Task CheckAsync(HttpResponseMessage response, string path, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new TrialistException($"The request {path} was refused: {await response.Content.ReadAsStringAsync(cancellation)}");
        }
    }
}
