using System.Diagnostics;
using Trialist.Evaluation.Benches.Rivals;
using Trialist.Search;
using Trialist.Search.Storage;

namespace Trialist.Evaluation.Benches;

/// <summary>Measures searching: top ten and exact total, then with all facets, one query after another on one thread.</summary>
public static class SearchBench
{
    private const int Seed = 20_261;
    private const int Queries = 1_000;
    private const string Product = "trialist";

    /// <summary>Engines that can be measured beside this one.</summary>
    public static readonly IReadOnlyList<string> Rivals = ["sqlite", "postgres", "lucene"];

    private const int Rounds = 5;

    // SQLite and PostgreSQL are hundreds of times slower on OR queries: every tenth query in fewer rounds tells enough.
    private const int SlowShare = 10;
    private const int SlowRounds = 3;

    /// <summary>Builds the studies and measures.</summary>
    /// <param name="sources">Real studies to resample.</param>
    /// <param name="scale">How many studies to make.</param>
    /// <param name="folder">A folder for the index; one that holds an index already is measured as it is. The caller deletes it.</param>
    /// <param name="against">Some of <see cref="Rivals"/>; one that is not installed is left out with a sentence.</param>
    /// <param name="say">Progress.</param>
    /// <param name="cancellation">Stops between steps.</param>
    /// <exception cref="TrialistException">The index in the folder is one of another scale.</exception>
    public static BenchReport Run(IReadOnlyList<Study> sources, int scale, string folder, IReadOnlyCollection<string> against, Action<string> say, CancellationToken cancellation)
    {
        var rows = new List<BenchFigure>();
        var studies = new ResampledStudies(sources, Seed);
        var queries = BenchQuery.Make(sources, Queries, Seed);
        var isMade = Directory.EnumerateFiles(folder).Any();
        using var directory = new MappedDirectory(folder);
        if (!isMade)
        {
            say($"Indexing {scale:N0} studies …");
            rows.Add(Build(directory, studies, scale, cancellation));
        }

        rows.Add(new BenchFigure("search.index", Product, "size", new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1e6, "MB"));
        var watch = Stopwatch.StartNew();
        using var index = StudyIndex.Open(directory);
        if (index.Count != scale)
        {
            throw new TrialistException($"The index in '{folder}' holds {index.Count:N0} studies, not {scale:N0}: name another folder, or its scale.");
        }

        rows.Add(new BenchFigure("search.open", Product, "time", watch.Elapsed.TotalMilliseconds, "ms"));
        foreach (var withFacets in new[] { false, true })
        {
            say(withFacets ? "Searching with facets …" : "Searching …");
            rows.AddRange(QueryTime.Figures(withFacets ? ".facets" : "", Product, QueryTime.Measure(queries, Rounds, query => index.Search(Typed(query, withFacets)), cancellation)));
        }

        foreach (var name in against)
        {
            say($"The same in {name} …");
            using var rival = Rival(name, studies.Take(scale));
            if (rival is null)
            {
                say($"'{name}' is not installed here and is left out: Debian has it as {(name == "postgres" ? "postgresql" : "liblucene8-java with default-jdk-headless")}.");
                continue;
            }

            var isSlow = name != "lucene";
            var figures = QueryTime.Figures("", rival.Engine, rival.Time(isSlow ? [.. queries.Where((_, i) => i % SlowShare == 0)] : queries, isSlow ? SlowRounds : Rounds, cancellation)).ToList();
            rows.AddRange(figures);
            rows.AddRange(Ratios(figures, rows));
        }

        return new BenchReport(rows);
    }

    private static BenchFigure Build(MappedDirectory directory, ResampledStudies studies, int scale, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        using var writer = new StudyIndexWriter(directory);
        Parallel.ForEach(studies.Take(scale), new ParallelOptions { CancellationToken = cancellation }, study => writer.Put(study));
        writer.Compact();
        writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal));
        return new BenchFigure("search.index", Product, "rate", scale / watch.Elapsed.TotalSeconds, "1/s");
    }

    private static ISearchRival? Rival(string name, IEnumerable<Study> studies) => name switch
    {
        "postgres" => PostgresServer.TryStart() is { } server ? new PostgresRival(server, studies) : null,
        "lucene" => LuceneRival.TryMake(studies),
        _ => new FtsRival(studies),
    };

    private static List<BenchFigure> Ratios(List<BenchFigure> figures, List<BenchFigure> rows) => figures
        .Where(row => row.Metric is "p50" or "p99")
        .Select(row => row with { Metric = row.Metric + " ratio", Unit = "×", Value = row.Value / rows.First(own => own.Case == row.Case && own.Metric == row.Metric && own.Engine == Product).Value })
        .ToList();

    private static StudyQuery Typed(BenchQuery query, bool withFacets) => new() { Text = query.Text, Limit = 10, WithFacets = withFacets };
}
