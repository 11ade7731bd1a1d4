using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Trialist.Cli.Commands;

/// <summary>A site that runs in a process of its own on one core, so that the requests to it are made on another. It ends with this object, and with this process.</summary>
internal sealed class BenchServer : IDisposable
{
    private const string Taskset = "/usr/bin/taskset";
    private const double Megabyte = 1048576;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AtRest = TimeSpan.FromSeconds(0.2);

    // As './trialist serve' sets them.
    private static readonly (string Name, string Value)[] SettingsOfServe =
    [
        ("DOTNET_TieredPGO", "1"),
        ("DOTNET_TC_CallCountThreshold", "1E"),
        ("DOTNET_TC_CallCountingDelayMs", "1"),
        ("DOTNET_GCConserveMemory", "0"),
        ("DOTNET_gcConcurrent", "1"),
    ];

    private readonly Process process;

    private BenchServer(Uri address, Process process)
    {
        (Address, this.process) = (address, process);
        AppDomain.CurrentDomain.ProcessExit += End;
    }

    /// <summary>Where it answers.</summary>
    public Uri Address { get; }

    /// <summary>The processor time that it took so far.</summary>
    public TimeSpan ProcessorTime => Refreshed().TotalProcessorTime;

    /// <summary>The memory that it holds, in MB.</summary>
    public double Megabytes => Refreshed().WorkingSet64 / Megabyte;

    /// <summary>Starts a site on a data folder, and waits until it answers and rests.</summary>
    /// <exception cref="TrialistException">It did not start.</exception>
    public static async Task<BenchServer> StartAsync(string data, CancellationToken cancellation)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        string[] serve = [.. ThisProgram.Command, "serve", "--urls", address.ToString().TrimEnd('/'), "--data", data];
        var onOneCore = File.Exists(Taskset);
        var start = new ProcessStartInfo(onOneCore ? Taskset : serve[0], onOneCore ? ["-c", "0", .. serve] : serve[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        foreach (var (name, value) in SettingsOfServe)
        {
            start.Environment[name] = value;
        }

        var started = Process.Start(start)!;
        started.OutputDataReceived += (_, _) => { };
        started.ErrorDataReceived += (_, _) => { };
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
        var server = new BenchServer(address, started);
        try
        {
            await server.WaitAsync(cancellation);
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Ends the site.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= End;
        End(this, EventArgs.Empty);
        process.Dispose();
    }

    private void End(object? sender, EventArgs e) => process.Kill(entireProcessTree: true);

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < Patience && !process.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync("/health", cancellation);
                await RestAsync(clock, cancellation);
                return;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(200, cancellation);
            }
        }

        throw new TrialistException("The site did not start: run 'trialist serve' to see why.");
    }

    // A site reads criteria in the background when it starts: it is measured once it rests.
    private async Task RestAsync(Stopwatch clock, CancellationToken cancellation)
    {
        TimeSpan before;
        do
        {
            before = ProcessorTime;
            await Task.Delay(Glance, cancellation);
        }
        while (ProcessorTime - before > AtRest && clock.Elapsed < Patience);
    }

    private Process Refreshed()
    {
        process.Refresh();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
