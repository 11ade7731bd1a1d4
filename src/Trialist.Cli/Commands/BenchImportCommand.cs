using System.CommandLine;
using Trialist.Evaluation.Benches;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench import [--scale N] [--source DIR] [--json]</c></summary>
internal static class BenchImportCommand
{
    private const int DefaultScale = 10; // memory must stay flat at ten times the input

    private static readonly (string Case, string File)[] Cases = [("import.v2", "studies-v2.ndjson.zst"), ("import.text", Path.Combine("retrieval-2021", "corpus.ndjson.zst"))];

    public static Command Create()
    {
        var scale = new Option<int>("--scale") { HelpName = "N", Description = "Repeat the records this many times, beside once.", DefaultValueFactory = _ => DefaultScale };
        var source = new Option<string?>("--source") { HelpName = "DIR", Description = "Folder with studies-v2.ndjson.zst and retrieval-2021/corpus.ndjson.zst." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("import", "Measure importing: parse, store, index.") { scale, source, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var from = parsed.GetValue(source) ?? Environment.GetEnvironmentVariable("TRIALIST_SHARED_DATA") ?? Path.Combine("..", "shared", "data");
            var files = Cases.Select(entry => (entry.Case, File: Path.Combine(from, entry.File))).Where(entry => File.Exists(entry.File)).ToList();
            if (files.Count == 0)
            {
                throw new TrialistException($"The folder '{from}' holds no studies to import: name one with --source.");
            }

            var folder = Directory.CreateTempSubdirectory("trialist-bench-");
            try
            {
                var rows = new List<BenchFigure>();
                foreach (var times in new[] { 1, parsed.GetValue(scale) }.Distinct())
                {
                    foreach (var (name, file) in files)
                    {
                        Console.Error.WriteLine($"{name} ×{times} …");
                        rows.AddRange(await ImportBench.RunAsync(name, file, times, folder.FullName, ThisProgram.Command, cancellation));
                    }
                }

                var report = new BenchReport(rows);
                Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : $"{BenchReport.Machine}\n\n{report.ToMarkdown()}");
            }
            finally
            {
                folder.Delete(recursive: true);
            }

            return CommandLine.Done;
        });
        return command;
    }
}
