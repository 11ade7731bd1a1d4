using Trialist.Registry;
using Trialist.Web.Words;

namespace Trialist.Web;

/// <summary>Reads criteria that are not kept yet while the site runs, after an update of the program or when an import was stopped before its end, and has at hand what all of them say.</summary>
internal static class CriteriaUpkeep
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

    /// <summary>One thread: pages come first.</summary>
    private const int Threads = 1;

    /// <summary>Looks again and again until it is stopped.</summary>
    public static async Task RunAsync(StudyRegistry registry, Action<string> say, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            await Task.Yield(); // the site is ready already, and its start is not kept waiting
            while (true)
            {
                await ReadAsync(registry, say, time, cancellation);
                await Task.Delay(LookEvery, time, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What was kept stays; the next start goes on there.
        }
    }

    private static async Task ReadAsync(StudyRegistry registry, Action<string> say, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var unread = await registry.CountUnreadAsync(cancellation);
            if (unread > 0)
            {
                say($"Reading the criteria of {Counts.Of(unread, "study", "studies")} in the background; pages read what they need meanwhile.");
                var reading = registry.ReadCriteriaAsync(Threads, null, cancellation);
                try
                {
                    while (await Task.WhenAny(reading, Task.Delay(LookEvery, time, cancellation)) != reading)
                    {
                        await registry.RenewCriteriaTableAsync(cancellation);
                    }
                }
                finally
                {
                    await reading; // it ends soon where this was stopped
                }

                say($"The criteria of {Counts.Of(await reading, "study", "studies")} are read.");
            }

            // So that nobody waits for it who asks what criteria say.
            await registry.RenewCriteriaTableAsync(cancellation);
        }
        catch (TrialistException e)
        {
            say($"Criteria could not be kept: {e.Message}");
        }
    }
}
