using System.Diagnostics;

namespace Trialist.Evaluation.Benches;

/// <summary>The most memory that this process held while it was looked at, sampled.</summary>
internal sealed class PeakMemory : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly Timer timer;
    private long peak;

    public PeakMemory()
    {
        GC.Collect();
        timer = new Timer(_ => Look(), null, TimeSpan.Zero, Interval);
    }

    public double Megabytes
    {
        get
        {
            Look();
            return Interlocked.Read(ref peak) / 1048576.0;
        }
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        using var process = Process.GetCurrentProcess();
        var now = process.WorkingSet64;
        if (now > Interlocked.Read(ref peak))
        {
            Interlocked.Exchange(ref peak, now);
        }
    }
}
