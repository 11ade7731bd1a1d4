using System.CommandLine;
using Trialist.Evaluation.Benches;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench web</c>: the search page of a site that runs on one core, over real HTTP.</summary>
internal static class BenchWebCommand
{
    public static Command Create()
    {
        var source = new Option<string[]>("--source") { HelpName = "FILE", Description = "Files of v2 records, one a line; else those of the folder of real data beside the checkout." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("web", "Measure the search page of a site on one core.") { source, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var files = StudySource.Files(parsed.GetValue(source) ?? []);
            var folder = Directory.CreateTempSubdirectory("trialist-bench-");
            try
            {
                Console.Error.WriteLine("Importing …");
                using (var registry = StudyRegistry.Open(folder.FullName))
                {
                    await registry.ImportAsync(files, DateTimeOffset.UtcNow, null, cancellation);
                }

                using var server = await BenchServer.StartAsync(folder.FullName, cancellation);
                var report = await new WebBench(server.Address, () => server.ProcessorTime).RunAsync(StudySource.Read(files), Console.Error.WriteLine, cancellation);
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
