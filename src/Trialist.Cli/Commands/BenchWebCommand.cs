using System.CommandLine;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Trialist.Evaluation.Benches;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist bench web</c>: the search page of a site that runs on one core, over real HTTP.</summary>
internal static class BenchWebCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AtRest = TimeSpan.FromSeconds(0.2);

    // As './trialist serve' sets them.
    private static readonly (string Name, string Value)[] SettingsOfServe = [("DOTNET_TieredPGO", "1"), ("DOTNET_TC_CallCountThreshold", "1E"), ("DOTNET_TC_CallCountingDelayMs", "1")];

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

                var address = new Uri($"http://127.0.0.1:{FreePort()}");
                using var server = Start(address, folder.FullName);
                try
                {
                    await WaitAsync(address, server, cancellation);
                    var report = await new WebBench(address, () => Refreshed(server).TotalProcessorTime).RunAsync(StudySource.Read(files), Console.Error.WriteLine, cancellation);
                    Console.Out.WriteLine(parsed.GetValue(json) ? report.ToJson() : $"{BenchReport.Machine}\n\n{report.ToMarkdown()}");
                }
                finally
                {
                    server.Kill(entireProcessTree: true);
                }
            }
            finally
            {
                folder.Delete(recursive: true);
            }

            return CommandLine.Done;
        });
        return command;
    }

    // A process of its own on one core, so that the requests are made on another.
    private static Process Start(Uri address, string data)
    {
        string[] serve = [.. ThisProgram.Command, "serve", "--urls", address.ToString().TrimEnd('/'), "--data", data];
        var hasTaskset = File.Exists("/usr/bin/taskset");
        var start = new ProcessStartInfo(hasTaskset ? "/usr/bin/taskset" : serve[0], hasTaskset ? ["-c", "0", .. serve] : serve[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        foreach (var (name, value) in SettingsOfServe)
        {
            start.Environment[name] = value;
        }

        var server = Process.Start(start)!;
        server.OutputDataReceived += (_, _) => { };
        server.ErrorDataReceived += (_, _) => { };
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        return server;
    }

    private static async Task WaitAsync(Uri address, Process server, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !server.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync("/health", cancellation);
                await RestAsync(server, clock, cancellation);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, cancellation);
            }
        }

        throw new TrialistException("The site did not start: run 'trialist serve' to see why.");
    }

    // A site reads criteria in the background when it starts: searches are measured once it rests.
    private static async Task RestAsync(Process server, Stopwatch clock, CancellationToken cancellation)
    {
        TimeSpan before;
        do
        {
            before = Refreshed(server).TotalProcessorTime;
            await Task.Delay(Glance, cancellation);
        }
        while (Refreshed(server).TotalProcessorTime - before > AtRest && clock.Elapsed < Patience);
    }

    private static Process Refreshed(Process server)
    {
        server.Refresh();
        return server;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
