using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Trialist.Registry;
using Trialist.Registry.Sync;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist sync [--source URL] [--since DATE]</c></summary>
internal static class SyncCommand
{
    public static Command Create()
    {
        var source = new Option<string?>("--source") { Description = "An API that speaks ClinicalTrials.gov v2; else the registry's own.", HelpName = "URL" };
        var since = new Option<string?>("--since") { Description = "Take what was updated on this day or later; else go on where the last sync ended.", HelpName = "DATE" };
        var command = new Command("sync", "Load and update studies from ClinicalTrials.gov.") { source, since };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new SyncOptions { Source = SourceOf(parsed.GetValue(source)), Since = DayOf(parsed.GetValue(since)), Waiting = sentence => Console.Error.WriteLine(sentence) };
            using var registry = StudyRegistry.Open(DataFolder.Of(parsed));
            SyncSummary? summary = null;
            await ImportProgressBar.ShowAsync(async progress => (summary = await registry.SyncAsync(options, TimeProvider.System, progress, cancellation)).Records);
            await CriteriaReadingBar.ReadAsync(registry, cancellation);
            Write(summary!);
            await registry.TidyAsync(cancellation);
            return CommandLine.Done;
        });
        return command;
    }

    private static void Write(SyncSummary summary)
    {
        ImportReport.WriteRejects(summary.Records.Rejected);
        ImportReport.WriteWarnings(summary.Records.Warnings);
        if (summary.NotModified)
        {
            AnsiConsole.WriteLine("The source has nothing new.");
            return;
        }

        if (summary.Resumed)
        {
            AnsiConsole.WriteLine("Went on with the sync that was interrupted.");
        }

        ImportReport.WriteCounts(summary.Records);
        if (summary.Through is { } day)
        {
            AnsiConsole.MarkupLineInterpolated($"Updates up to [bold]{day:yyyy-MM-dd}[/] are here.");
        }
    }

    private static Uri SourceOf(string? text)
    {
        if (text is null)
        {
            return SyncOptions.ClinicalTrialsGov;
        }

        return Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? uri
            : throw new UsageException($"'{text}' is not the address of an API: expected http(s)://…");
    }

    private static DateOnly? DayOf(string? text)
    {
        if (text is null)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UsageException($"'{text}' is not a date: expected yyyy-MM-dd.");
    }
}
