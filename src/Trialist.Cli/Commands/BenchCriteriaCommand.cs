using System.CommandLine;
using Trialist.Evaluation.Benches;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench criteria [PATH...]</c>: reading eligibility texts on one core.</summary>
internal static class BenchCriteriaCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "Files of v2 records, one a line; without one, the studies of the data folder.", Arity = ArgumentArity.ZeroOrMore };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("criteria", "Measure reading eligibility criteria on one core.") { paths, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var studies = parsed.GetValue(paths) is { Length: > 0 } files ? StudySource.Read(files) : await FromDataFolderAsync(parsed, cancellation);
            var report = CriteriaBench.Run(studies, Console.Error.WriteLine, cancellation);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? report.ToJson() : $"{BenchReport.Machine}\n\n{report.ToMarkdown()}");
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<Study>> FromDataFolderAsync(ParseResult parsed, CancellationToken cancellation)
    {
        using var registry = StudyRegistry.Open(DataFolder.OfExisting(parsed));
        List<Study> studies = [];
        await foreach (var stored in registry.Store.AllAsync(cancellation))
        {
            studies.Add(stored.Study);
        }

        return studies;
    }
}
