using System.Diagnostics;
using Trialist.Registry;
using Trialist.Registry.Import;
using ZstdSharp;

namespace Trialist.Evaluation.Benches;

/// <summary>Import as a user has it: read, parse, compress, store, index, publish, from a file into an empty folder.</summary>
public static class ImportBench
{
    private const string Engine = "trialist";

    /// <summary>Measures one file of records, one a line, as it is and repeated with other study numbers.</summary>
    /// <param name="name">Case to report, such as <c>import.v2</c>.</param>
    /// <param name="file">The file, plain or zstd.</param>
    /// <param name="times">How many times the records are repeated.</param>
    /// <param name="folder">A folder for the copies and stores.</param>
    /// <param name="cancellation">Stops between batches.</param>
    public static async Task<IReadOnlyList<BenchFigure>> RunAsync(string name, string file, int times, string folder, CancellationToken cancellation)
    {
        var input = Path.Combine(folder, $"{name}-{times}.ndjson");
        await RepeatAsync(file, times, input, cancellation);
        var data = Path.Combine(folder, $"{name}-{times}");
        ImportSummary summary;
        using var peak = new PeakMemory();
        var before = Environment.CpuUsage.TotalTime;
        using (var registry = StudyRegistry.Open(data))
        {
            summary = await registry.ImportAsync([input], DateTimeOffset.UnixEpoch, null, cancellation);
        }

        var busy = Environment.CpuUsage.TotalTime - before;
        if (summary.Rejected.Count > 0)
        {
            throw new TrialistException($"{summary.Rejected.Count} records of '{file}' were rejected: the bench would measure something else.");
        }

        var clock = Stopwatch.StartNew();
        ImportSummary again;
        using (var registry = StudyRegistry.Open(data))
        {
            again = await registry.ImportAsync([input], DateTimeOffset.UnixEpoch, null, cancellation);
        }

        var label = times == 1 ? name : $"{name} ×{times}";
        return
        [
            new(label, Engine, "records", summary.Read, "count"),
            new(label, Engine, "rate", Math.Round(summary.Read / summary.Elapsed.TotalSeconds), "1/s"),
            // Says what a busy machine hides: two idle cores could do 2,000 / this a second.
            new(label, Engine, "processor", Math.Round(busy.TotalMilliseconds / summary.Read, 2), "ms/record"),
            new(label, Engine, "again", Math.Round(again.Read / clock.Elapsed.TotalSeconds), "1/s"),
            new(label, Engine, "memory", Math.Round(peak.Megabytes), "MB"),
            new(label, Engine, "store", Math.Round(new DirectoryInfo(data).EnumerateFiles("registry.db").Sum(found => found.Length) / 1048576.0), "MB"),
            new(label, Engine, "input", Math.Round(new FileInfo(input).Length / 1048576.0), "MB"),
        ];
    }

    // Every repetition has study numbers of its own, so that each record is a new study.
    private static async Task RepeatAsync(string file, int times, string target, CancellationToken cancellation)
    {
        const int Prefix = 3; // NCT
        await using var output = new StreamWriter(target);
        for (var repetition = 0; repetition < times; repetition++)
        {
            await using var raw = File.OpenRead(file);
            await using Stream stream = file.EndsWith(".zst", StringComparison.Ordinal) ? new DecompressionStream(raw) : raw;
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                var at = line.IndexOf("\"NCT", StringComparison.Ordinal) + 1;
                await output.WriteLineAsync(repetition == 0 ? line : $"{line[..(at + Prefix)]}{repetition % 10}{line[(at + Prefix + 1)..]}");
            }
        }
    }
}
