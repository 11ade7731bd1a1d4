using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Trialist.Evaluation.Benches;

/// <summary>Measures the search page of a running site over real HTTP: distinct searches, repeated ones, hostile ones, and how much script a page loads.</summary>
/// <param name="site">Address of the site.</param>
/// <param name="processorTime">Processor time that the site has used so far; says what a busy machine hides.</param>
public sealed partial class WebBench(Uri site, Func<TimeSpan> processorTime)
{
    private const int Seed = 20_262;
    private const int Connections = 16;
    private const int Distinct = 1_000;
    private const int WarmUp = 6_000; // until the runtime has compiled what is hot; fewer measured the compiler
    private const int Repeated = 10;
    private const int RepeatedRequests = 20_000; // and as many before, for the same reason
    private const int HostileWords = 10_000;
    private const string Product = "trialist";

    /// <summary>Measures.</summary>
    /// <param name="sources">The studies of the site, from whose words searches are made.</param>
    /// <param name="say">Progress.</param>
    /// <param name="cancellation">Stops between requests.</param>
    public async Task<BenchReport> RunAsync(IReadOnlyList<Study> sources, Action<string> say, CancellationToken cancellation)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = Connections }) { BaseAddress = site };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var searches = BenchQuery.Make(sources, WarmUp + Distinct, Seed).Select(query => $"/search?q={Uri.EscapeDataString(query.Text)}").ToList();
        var rows = new List<BenchFigure>();
        say("Warming up …");
        await WarmAsync(client, searches[..WarmUp], cancellation);
        say($"{searches.Count - WarmUp:N0} distinct searches at {Connections} connections …");
        rows.AddRange(await MeasureAsync("web.search.distinct", client, searches[WarmUp..], cancellation));
        say($"{RepeatedRequests:N0} requests for {Repeated} searches …");
        IReadOnlyList<string> repeated = [.. Enumerable.Range(0, RepeatedRequests).Select(i => searches[i % Repeated])];
        await WarmAsync(client, repeated, cancellation);
        rows.AddRange(await MeasureAsync("web.search.repeated", client, repeated, cancellation));
        rows.Add(await HostileAsync(client, cancellation));
        rows.Add(await ScriptAsync(client, cancellation));
        return new BenchReport(rows);
    }

    private async Task<IReadOnlyList<BenchFigure>> MeasureAsync(string name, HttpClient client, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var busy = processorTime();
        var clock = Stopwatch.StartNew();
        var times = await AskAsync(client, paths, cancellation);
        var seconds = clock.Elapsed.TotalSeconds;
        var spent = (processorTime() - busy).TotalSeconds;
        Array.Sort(times);
        return
        [
            new(name, Product, "rate", paths.Count / seconds, "1/s"),
            new(name, Product, "rate per second of processor time", paths.Count / Math.Max(spent, 0.01), "1/s"),
            new(name, Product, "p50", times[times.Length / 2], "ms"),
            new(name, Product, "p99", times[(int)(times.Length * 0.99)], "ms"),
        ];
    }

    private static async Task WarmAsync(HttpClient client, IReadOnlyList<string> paths, CancellationToken cancellation) => await AskAsync(client, paths, cancellation);

    // The milliseconds that each answer took.
    private static async Task<double[]> AskAsync(HttpClient client, IReadOnlyList<string> paths, CancellationToken cancellation)
    {
        var times = new double[paths.Count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < paths.Count;)
            {
                var start = Stopwatch.GetTimestamp();
                using var answer = await client.GetAsync(paths[i], cancellation);
                await answer.Content.CopyToAsync(Stream.Null, cancellation);
                times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                answer.EnsureSuccessStatusCode();
            }
        }));
        return times;
    }

    private static async Task<BenchFigure> HostileAsync(HttpClient client, CancellationToken cancellation)
    {
        var path = "/search?q=" + string.Concat(Enumerable.Repeat("a+", HostileWords));
        var best = double.MaxValue;
        for (var round = 0; round < 10; round++)
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await client.GetAsync(path, cancellation);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            if (answer.StatusCode != System.Net.HttpStatusCode.BadRequest && answer.StatusCode != System.Net.HttpStatusCode.RequestUriTooLong)
            {
                throw new TrialistException(string.Create(CultureInfo.InvariantCulture, $"A search for {HostileWords} words was answered with {(int)answer.StatusCode}: expected a refusal."));
            }
        }

        return new BenchFigure("web.search.hostile", Product, "time", best, "ms");
    }

    private static async Task<BenchFigure> ScriptAsync(HttpClient client, CancellationToken cancellation)
    {
        using var plain = new HttpClient { BaseAddress = client.BaseAddress };
        var page = await plain.GetStringAsync("/search", cancellation);
        long bytes = 0;
        foreach (Match script in Script().Matches(page))
        {
            bytes += (await plain.GetByteArrayAsync(script.Groups["address"].Value, cancellation)).Length;
        }

        return new BenchFigure("web.script", Product, "size", bytes / 1024.0, "KB");
    }

    [GeneratedRegex("<script[^>]* src=\"(?<address>[^\"]+)\"", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Script();
}
