using System.CommandLine;
using Trialist.Evaluation.Benches;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench match</c>: one person and a cohort against studies grown from real criteria.</summary>
internal static class BenchMatchCommand
{
    private const int DefaultScale = 60_000;
    private static readonly string[] Rivals = ["duckdb"];

    public static Command Create()
    {
        var scale = new Option<int>("--scale") { HelpName = "N", Description = "How many studies to grow.", DefaultValueFactory = _ => DefaultScale };
        var against = new Option<string?>("--against") { HelpName = "duckdb", Description = "Rivals to measure in the same run, separated by commas." };
        var source = new Option<string[]>("--source") { HelpName = "FILE", Description = "Files of v2 records, one a line, to grow from." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("match", "Measure matching on studies grown from real criteria, checked against the reference.") { scale, against, source, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var rivals = (parsed.GetValue(against) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (rivals.FirstOrDefault(rival => !Rivals.Contains(rival)) is { } unknown)
            {
                throw new UsageException($"There is no rival '{unknown}' for matching: known are {string.Join(", ", Rivals)}.");
            }

            var report = MatchBench.Run(StudySource.Read(parsed.GetValue(source) ?? []), parsed.GetValue(scale), rivals, Console.Error.WriteLine, cancellation);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? report.ToJson() : $"{BenchReport.Machine}\n\n{report.ToMarkdown()}");
            return CommandLine.Done;
        });
        return command;
    }
}
