using System.CommandLine;
using Trialist.Evaluation.Benches;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench search</c>: top ten, exact total and facets over studies made by resampling real ones.</summary>
internal static class BenchSearchCommand
{
    private const int DefaultScale = 100_000;

    public static Command Create()
    {
        var scale = new Option<int>("--scale") { HelpName = "N", Description = "How many studies to make.", DefaultValueFactory = _ => DefaultScale };
        var against = new Option<string?>("--against") { HelpName = "sqlite,postgres,lucene", Description = "Rivals to measure in the same run, separated by commas." };
        var source = new Option<string[]>("--source") { HelpName = "FILE", Description = "Files of v2 records, one a line, to resample." };
        var kept = new Option<DirectoryInfo?>("--index") { HelpName = "FOLDER", Description = "Where to make the index and keep it; one of the same scale that is there already is measured as it is." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("search", "Measure searching on studies made by resampling real ones.") { scale, against, source, kept, json };
        command.SetAction((parsed, cancellation) =>
        {
            var rivals = (parsed.GetValue(against) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (rivals.FirstOrDefault(rival => !SearchBench.Rivals.Contains(rival)) is { } unknown)
            {
                throw new UsageException($"There is no rival '{unknown}' for searching: known are {string.Join(", ", SearchBench.Rivals)}.");
            }

            var folder = parsed.GetValue(kept) ?? Directory.CreateTempSubdirectory("trialist-bench-");
            folder.Create();
            try
            {
                var report = SearchBench.Run(StudySource.Read(parsed.GetValue(source) ?? []), parsed.GetValue(scale), folder.FullName, rivals, Console.Error.WriteLine, cancellation);
                Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : $"{BenchReport.Machine}\n\n{report.ToMarkdown()}");
            }
            finally
            {
                if (parsed.GetValue(kept) is null)
                {
                    folder.Delete(recursive: true);
                }
            }

            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }
}
