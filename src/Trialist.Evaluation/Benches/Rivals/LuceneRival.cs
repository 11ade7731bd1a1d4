using System.Diagnostics;
using System.Globalization;

namespace Trialist.Evaluation.Benches.Rivals;

/// <summary>Debian's Java Lucene doing the same work, driven by <c>benchmarks/lucene/LuceneRival.java</c>: BM25 over one field, top ten and the exact total, one segment, one thread.</summary>
internal sealed class LuceneRival : ISearchRival
{
    private const string Jars = "/usr/share/java";
    private static readonly string[] Needed = ["lucene-core-8*.jar", "lucene-analyzers-common-8*.jar"];

    private readonly string folder;
    private readonly string classPath;

    private LuceneRival(string classPath, IEnumerable<Study> studies)
    {
        this.classPath = classPath;
        folder = Directory.CreateTempSubdirectory("trialist-lucene-").FullName;
        File.WriteAllLines(Path.Combine(folder, "studies"), studies.Select(study => $"{study.NctId}\t{BenchText.LineOf(study)}"));
        using var source = typeof(LuceneRival).Assembly.GetManifestResourceStream("LuceneRival.java")!;
        using var copy = File.Create(Path.Combine(folder, "LuceneRival.java"));
        source.CopyTo(copy);
    }

    public string Engine => "lucene";

    /// <summary>Writes the studies for it; null when Java or Lucene is not installed here.</summary>
    public static LuceneRival? TryMake(IEnumerable<Study> studies)
    {
        var jars = Directory.Exists(Jars) ? Needed.Select(jar => Directory.EnumerateFiles(Jars, jar).Order(StringComparer.Ordinal).LastOrDefault()).ToList() : [];
        var hasJava = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(path => File.Exists(Path.Combine(path, "javac")));
        return hasJava && jars.Count == Needed.Length && !jars.Contains(null) ? new LuceneRival(string.Join(':', jars), studies) : null;
    }

    public IReadOnlyList<QueryTime> Time(IReadOnlyList<BenchQuery> queries, int rounds, CancellationToken cancellation)
    {
        File.WriteAllLines(Path.Combine(folder, "queries"), queries.Select(query => $"{query.Case}\t{string.Join(' ', query.Words)}"));
        var start = new ProcessStartInfo("java", ["-XX:+UseSerialGC", "-Xmx2g", "-cp", classPath, Path.Combine(folder, "LuceneRival.java"), folder, rounds.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var times = new List<QueryTime>();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (line.Split('\t') is [var best, var first])
            {
                times.Add(new QueryTime(queries[times.Count].Case, double.Parse(best, CultureInfo.InvariantCulture), double.Parse(first, CultureInfo.InvariantCulture)));
            }
        }

        process.WaitForExit();
        cancellation.ThrowIfCancellationRequested();
        return times.Count == queries.Count ? times : throw new TrialistException($"Java Lucene answered {times.Count} of {queries.Count} queries: it cannot be measured here.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
