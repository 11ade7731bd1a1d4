using System.Diagnostics;

namespace Trialist.Evaluation.Benches;

/// <summary>How long one query took.</summary>
/// <param name="Case">Its kind.</param>
/// <param name="Best">Best of all rounds, in milliseconds: what other programs of the machine take away is not the engine's time.</param>
/// <param name="First">Of the first round.</param>
internal readonly record struct QueryTime(string Case, double Best, double First)
{
    /// <summary>Times an engine that lives in this process.</summary>
    public static IReadOnlyList<QueryTime> Measure(IReadOnlyList<BenchQuery> queries, int rounds, Action<BenchQuery> search, CancellationToken cancellation)
    {
        var best = Enumerable.Repeat(double.MaxValue, queries.Count).ToArray();
        var first = new double[queries.Count];
        for (var round = 0; round < rounds; round++)
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

        return [.. queries.Select((query, i) => new QueryTime(query.Case, best[i], first[i]))];
    }

    /// <summary>Median and 99th percentile, by kind of query and over all.</summary>
    public static IEnumerable<BenchFigure> Figures(string suffix, string engine, IReadOnlyList<QueryTime> times) =>
        times.Concat(times.Select(time => time with { Case = "search.all" }))
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
