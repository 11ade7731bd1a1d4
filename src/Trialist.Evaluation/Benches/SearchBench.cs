using System.Diagnostics;
using Lucene.Net.Store;
using Trialist.Search;

namespace Trialist.Evaluation.Benches;

/// <summary>Measures searching: top ten and exact total, then with all facets, one query after another on one thread.</summary>
public static class SearchBench
{
    private const int Seed = 20_261;
    private const int Queries = 1_000;

    // The best of so many rounds, for every engine alike: what other programs of the machine take away is not the engine's time.
    private const int Rounds = 5;

    // The rivals are hundreds of times slower on OR queries: every tenth query tells enough.
    private const int RivalShare = 10;

    /// <summary>Builds the studies and measures.</summary>
    /// <param name="sources">Real studies to resample.</param>
    /// <param name="scale">How many studies to make.</param>
    /// <param name="folder">An empty folder for the index; the caller deletes it.</param>
    /// <param name="against">Rivals: <c>sqlite</c>.</param>
    /// <param name="say">Progress.</param>
    /// <param name="cancellation">Stops between steps.</param>
    public static BenchReport Run(IReadOnlyList<Study> sources, int scale, string folder, IReadOnlyCollection<string> against, Action<string> say, CancellationToken cancellation)
    {
        var rows = new List<BenchFigure>();
        var studies = new ResampledStudies(sources, Seed);
        var queries = BenchQuery.Make(sources, Queries, Seed);
        using var directory = new MMapDirectory(new DirectoryInfo(folder));
        say($"Indexing {scale:N0} studies …");
        var watch = Stopwatch.StartNew();
        using (var writer = new StudyIndexWriter(directory))
        {
            Parallel.ForEach(studies.Take(scale), new ParallelOptions { CancellationToken = cancellation }, study => writer.Add(study));
            writer.Compact();
            writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
        }

        rows.Add(new BenchFigure("search.index", "trialist", "rate", scale / watch.Elapsed.TotalSeconds, "1/s"));
        rows.Add(new BenchFigure("search.index", "trialist", "size", new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1e6, "MB"));
        watch.Restart();
        using var index = StudyIndex.Open(directory);
        rows.Add(new BenchFigure("search.open", "trialist", "time", watch.Elapsed.TotalMilliseconds, "ms"));
        foreach (var withFacets in new[] { false, true })
        {
            say(withFacets ? "Searching with facets …" : "Searching …");
            rows.AddRange(Figures(withFacets ? ".facets" : "", "trialist", Time(queries, query => index.Search(Typed(query, withFacets)), cancellation)));
        }

        if (against.Contains("sqlite"))
        {
            say("The same in SQLite FTS5 …");
            using var rival = new FtsRival(studies.Take(scale));
            var some = queries.Where((_, i) => i % RivalShare == 0).ToList();
            var figures = Figures("", "sqlite", Time(some, query => rival.Search(query.Fts), cancellation)).ToList();
            rows.AddRange(figures);
            rows.AddRange(figures.Where(row => row.Metric is "p50" or "p99").Select(row => row with { Metric = row.Metric + " ratio", Unit = "×", Value = row.Value / rows.First(own => own.Case == row.Case && own.Metric == row.Metric && own.Engine == "trialist").Value }));
        }

        return new BenchReport(rows);
    }

    private static StudyQuery Typed(BenchQuery query, bool withFacets) => new() { Text = query.Text, Limit = 10, WithFacets = withFacets };

    private static List<(string Case, double Best, double First)> Time(IReadOnlyList<BenchQuery> queries, Action<BenchQuery> search, CancellationToken cancellation)
    {
        var best = Enumerable.Repeat(double.MaxValue, queries.Count).ToArray();
        var first = new double[queries.Count];
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < queries.Count; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                var start = Stopwatch.GetTimestamp();
                search(queries[i]);
                var time = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                best[i] = Math.Min(best[i], time);
                first[i] = round == 0 ? time : first[i];
            }
        }

        return [.. queries.Select((query, i) => (query.Case, best[i], first[i]))];
    }

    private static IEnumerable<BenchFigure> Figures(string suffix, string engine, List<(string Case, double Best, double First)> times) =>
        times.Concat(times.Select(time => (Case: "search.all", time.Best, time.First)))
            .GroupBy(time => time.Case, StringComparer.Ordinal)
            .SelectMany(kind => new[] { ("p50", 0.50), ("p99", 0.99) }.SelectMany(figure => new[]
            {
                new BenchFigure(kind.Key + suffix, engine, figure.Item1, Percentile(kind.Select(time => time.Best), figure.Item2), "ms"),
                new BenchFigure(kind.Key + suffix, engine, figure.Item1 + " first round", Percentile(kind.Select(time => time.First), figure.Item2), "ms"),
            }));

    private static double Percentile(IEnumerable<double> times, double rank)
    {
        var sorted = times.Order().ToArray();
        return sorted[(int)Math.Ceiling(rank * sorted.Length) - 1];
    }
}
