using System.CommandLine;
using Trialist.Evaluation.Benches;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench api</c>: the registry's API of a site that runs on one core, over real HTTP.</summary>
internal static class BenchApiCommand
{
    private const int Seed = 7;

    public static Command Create()
    {
        var scale = new Option<int>("--scale") { HelpName = "N", Description = "Make a registry of so many studies out of real ones, and measure on it; else on the data folder." };
        var source = new Option<string[]>("--source") { HelpName = "FILE", Description = "With --scale: files of v2 records, one a line; else those of the folder of real data beside the checkout." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        scale.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > ResampledRecords.Most)
            {
                result.AddError($"--scale takes a number of studies up to {ResampledRecords.Most:N0}.");
            }
        });
        var command = new Command("api", "Measure the API over HTTP of a site on one core.") { scale, source, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var report = parsed.GetValue(scale) is > 0 and var count
                ? await OnMadeAsync(count, StudySource.Files(parsed.GetValue(source) ?? []), cancellation)
                : await OnAsync(DataFolder.OfExisting(parsed), cancellation);
            Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : $"{BenchReport.Machine}\n\n{report.ToMarkdown()}");
            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<BenchReport> OnMadeAsync(int count, IReadOnlyList<string> files, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("trialist-bench-");
        try
        {
            Console.Error.WriteLine($"Making {count:N0} studies …");
            var made = Path.Combine(folder.FullName, "made.ndjson");
            await File.WriteAllLinesAsync(made, new ResampledRecords(StudySource.Lines(files), Seed).Take(count), cancellation);
            Console.Error.WriteLine("Importing them …");
            var data = Path.Combine(folder.FullName, "data");
            using (var registry = StudyRegistry.Open(data))
            {
                await registry.ImportAsync([made], DateTimeOffset.UtcNow, null, cancellation);
            }

            File.Delete(made);
            return await OnAsync(data, cancellation);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<BenchReport> OnAsync(string data, CancellationToken cancellation)
    {
        Console.Error.WriteLine("Starting a site on one core …");
        using var server = await BenchServer.StartAsync(data, cancellation);
        return await ApiBench.RunAsync(server.Address, () => server.Megabytes, Console.Error.WriteLine, cancellation);
    }
}
