using System.Diagnostics;
using System.Globalization;
using Spectre.Console;
using Trialist.Registry.Import;

namespace Trialist.Cli.Commands;

/// <summary>Shows how far an import is, on standard error, and only to people.</summary>
internal static class ImportProgressBar
{
    public static async Task<ImportSummary> ShowAsync(Func<IProgress<ImportProgress>?, Task<ImportSummary>> import)
    {
        if (Console.IsErrorRedirected)
        {
            return await import(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return await console.Progress()
            .HideCompleted(true)
            .Columns(new SpinnerColumn(), new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(async context => await import(new Bar(context.AddTask("importing", maxValue: 1))));
    }

    private sealed class Bar(ProgressTask task) : IProgress<ImportProgress>
    {
        private readonly Stopwatch clock = Stopwatch.StartNew();

        public void Report(ImportProgress value)
        {
            string?[] parts =
            [
                string.Create(CultureInfo.InvariantCulture, $"{value.Records:N0} {(value.Records == 1 ? "record" : "records")}"),
                ImportRate.Of(value.Records, clock.Elapsed),
                value.Rejected > 0 ? string.Create(CultureInfo.InvariantCulture, $"{value.Rejected:N0} rejected") : null,
            ];
            task.Description = string.Join(", ", parts.OfType<string>());
            task.Value = value.BytesTotal == 0 ? 1 : (double)value.BytesRead / value.BytesTotal;
        }
    }
}
