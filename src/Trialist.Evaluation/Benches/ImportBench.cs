using System.Text.Json;
using ZstdSharp;

namespace Trialist.Evaluation.Benches;

/// <summary>The import command as a user has it: read, parse, compress, store, index, publish, from a file into an empty folder, each in a process of its own.</summary>
public static class ImportBench
{
    private const string Engine = "trialist";

    /// <summary>Measures one file of records, one a line, as it is and repeated with other study numbers.</summary>
    /// <param name="name">Case to report, such as <c>import.v2</c>.</param>
    /// <param name="file">The file, plain or zstd.</param>
    /// <param name="times">How many times the records are repeated.</param>
    /// <param name="folder">A folder for the copies and stores.</param>
    /// <param name="program">How this program is started.</param>
    /// <param name="cancellation">Stops the import.</param>
    /// <exception cref="TrialistException">The import failed, or rejected records.</exception>
    public static async Task<IReadOnlyList<BenchFigure>> RunAsync(string name, string file, int times, string folder, IReadOnlyList<string> program, CancellationToken cancellation)
    {
        var input = Path.Combine(folder, $"{name}-{times}.ndjson");
        await RepeatAsync(file, times, input, cancellation);
        var data = Path.Combine(folder, $"{name}-{times}");
        var first = await ProgramRun.OfAsync([.. program, "import", input, "--data", data, "--json"], cancellation);
        var (read, seconds) = Counts(first.Output, file);
        var (_, secondsAgain) = Counts((await ProgramRun.OfAsync([.. program, "import", input, "--data", data, "--json"], cancellation)).Output, file);
        var label = times == 1 ? name : $"{name} ×{times}";
        IReadOnlyList<BenchFigure> figures =
        [
            new(label, Engine, "records", read, "count"),
            new(label, Engine, "rate", Math.Round(read / seconds), "1/s"),
            new(label, Engine, "with start and criteria", Math.Round(read / first.Elapsed.TotalSeconds), "1/s"),
            // Says what a busy machine hides: two idle cores could do 2,000 / this a second.
            new(label, Engine, "processor", Math.Round(first.Processor.TotalMilliseconds / read, 2), "ms/record"),
            new(label, Engine, "again", Math.Round(read / secondsAgain), "1/s"),
            new(label, Engine, "memory", Math.Round(first.PeakMegabytes), "MB"),
            new(label, Engine, "store", Math.Round(new DirectoryInfo(data).EnumerateFiles("registry.db").Sum(found => found.Length) / 1048576.0), "MB"),
            new(label, Engine, "index", Math.Round(new DirectoryInfo(Path.Combine(data, "index")).EnumerateFiles("*", SearchOption.AllDirectories).Sum(found => found.Length) / 1048576.0), "MB"),
            new(label, Engine, "input", Math.Round(new FileInfo(input).Length / 1048576.0), "MB"),
        ];
        Directory.Delete(data, recursive: true);
        File.Delete(input);
        return figures;
    }

    private static (long Read, double Seconds) Counts(string summary, string file)
    {
        using var document = JsonDocument.Parse(summary);
        return document.RootElement.GetProperty("rejected").GetArrayLength() == 0
            ? (document.RootElement.GetProperty("read").GetInt64(), document.RootElement.GetProperty("seconds").GetDouble())
            : throw new TrialistException($"Records of '{file}' were rejected: the bench would measure something else.");
    }

    // Every repetition has study numbers of its own, counted from one that the registry has not reached, so that each record is a new study.
    private static async Task RepeatAsync(string file, int times, string target, CancellationToken cancellation)
    {
        const int Digits = 8; // after the letters NCT
        var number = 10_000_000;
        await using var output = new StreamWriter(target);
        for (var repetition = 0; repetition < times; repetition++)
        {
            await using var raw = File.OpenRead(file);
            await using Stream stream = file.EndsWith(".zst", StringComparison.Ordinal) ? new DecompressionStream(raw) : raw;
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(cancellation) is { } line)
            {
                var at = line.IndexOf("\"NCT", StringComparison.Ordinal) + "\"NCT".Length;
                await output.WriteLineAsync(repetition == 0 ? line : $"{line[..at]}{number++}{line[(at + Digits)..]}");
            }
        }
    }
}
