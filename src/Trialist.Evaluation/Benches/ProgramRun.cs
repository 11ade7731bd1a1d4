using System.Diagnostics;

namespace Trialist.Evaluation.Benches;

/// <summary>One run of a program in a process of its own, so that no run carries the memory of another.</summary>
/// <param name="Output">What it printed on standard output.</param>
/// <param name="Elapsed">From start to end.</param>
/// <param name="Processor">Processor time of all its threads, as last seen before it ended.</param>
/// <param name="PeakMegabytes">The most memory it held.</param>
internal sealed record ProgramRun(string Output, TimeSpan Elapsed, TimeSpan Processor, double PeakMegabytes)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="cancellation">Ends the program.</param>
    /// <exception cref="TrialistException">The program failed.</exception>
    public static async Task<ProgramRun> OfAsync(IReadOnlyList<string> command, CancellationToken cancellation)
    {
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        await using var end = cancellation.Register(() => process.Kill(entireProcessTree: true));
        var output = process.StandardOutput.ReadToEndAsync(cancellation);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var (busy, peak) = (TimeSpan.Zero, 0L);
        while (!process.WaitForExit(Interval))
        {
            try
            {
                process.Refresh();
                (busy, peak) = (process.TotalProcessorTime, Math.Max(peak, process.PeakWorkingSet64));
            }
            catch (Exception ended) when (ended is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                break; // it ended between the two
            }
        }

        await process.WaitForExitAsync(cancellation);
        var elapsed = clock.Elapsed;
        if (process.ExitCode != 0)
        {
            throw new TrialistException($"'{string.Join(' ', command.Skip(1))}' failed: {(await errors).Trim()}");
        }

        return new ProgramRun(await output, elapsed, busy, peak / 1048576.0);
    }
}
