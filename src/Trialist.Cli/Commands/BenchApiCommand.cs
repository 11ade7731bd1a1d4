using System.CommandLine;
using Trialist.Evaluation.Benches;
using Trialist.Web;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench api</c>: the registry's API over HTTP, on the studies of the data folder.</summary>
internal static class BenchApiCommand
{
    private const string AnyFreePort = "http://127.0.0.1:0";

    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("api", "Measure the API over HTTP on the studies of the data folder.") { json };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = TrialistWeb.Build(new TrialistWebOptions { DataFolder = DataFolder.OfExisting(parsed), Urls = AnyFreePort });
            await app.StartAsync(cancellation);
            var report = await ApiBench.RunAsync(new Uri(app.Urls.First()), Console.Error.WriteLine, cancellation);
            Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : $"{BenchReport.Machine}\n\n{report.ToMarkdown()}");
            await app.StopAsync(cancellation);
            return CommandLine.Done;
        });
        return command;
    }
}
