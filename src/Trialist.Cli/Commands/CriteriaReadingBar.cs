using System.Globalization;
using Spectre.Console;
using Trialist.Registry;
using Trialist.Registry.Readings;

namespace Trialist.Cli.Commands;

/// <summary>Reads the criteria that are not kept yet, and shows people on standard error how far it is.</summary>
internal static class CriteriaReadingBar
{
    public static async Task ReadAsync(StudyRegistry registry, CancellationToken cancellation)
    {
        // What an import gathered is done with. The collector alone would let what is read now come on top of it.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        if (Console.IsErrorRedirected || await registry.CountUnreadAsync(cancellation) == 0)
        {
            await registry.ReadCriteriaAsync(Environment.ProcessorCount, null, cancellation);
            return;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        await console.Progress()
            .HideCompleted(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await registry.ReadCriteriaAsync(Environment.ProcessorCount, new Bar(context.AddTask("reading criteria", maxValue: 1)), cancellation));
    }

    private sealed class Bar(ProgressTask task) : IProgress<CriteriaProgress>
    {
        public void Report(CriteriaProgress value)
        {
            task.Description = string.Create(CultureInfo.InvariantCulture, $"criteria of {value.Read:N0} of {value.Total:N0} studies read");
            task.Value = (double)value.Read / value.Total;
        }
    }
}
