using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Trialist.Registry;
using Trialist.Registry.Import;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist import PATH... [--json]</c></summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders or globs: .json .ndjson .xml .zip, also as .zst or .gz.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var command = new Command("import", "Import studies from files of ClinicalTrials.gov.") { paths, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var registry = StudyRegistry.Open(DataFolder.Of(parsed));
            var summary = await ImportProgressBar.ShowAsync(
                progress => registry.ImportAsync(parsed.GetValue(paths)!, DateTimeOffset.UtcNow, progress, cancellation));
            if (parsed.GetValue(json))
            {
                WriteJson(summary);
            }
            else
            {
                Write(summary);
            }

            // A file of which nothing could be read is work that failed; single broken records are not.
            return summary.Rejected.Count > 0 && summary.Rejected.Count == summary.Read ? CommandLine.Failed : CommandLine.Done;
        });
        return command;
    }

    private static void Write(ImportSummary summary)
    {
        foreach (var reject in summary.Rejected)
        {
            Console.Error.WriteLine($"rejected: {reject.File}, {reject.At}: {reject.Reason}.");
        }

        var seconds = Math.Max(summary.Elapsed.TotalSeconds, 0.001);
        AnsiConsole.MarkupLineInterpolated(
            $"Read [bold]{summary.Read:N0}[/] records in {seconds:N1} s ({summary.Read / seconds:N0}/s): {summary.Added:N0} added, {summary.Updated:N0} updated, {summary.Unchanged:N0} unchanged, {summary.Rejected.Count:N0} rejected.");
    }

    private static void WriteJson(ImportSummary summary)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteNumber("read", summary.Read);
        writer.WriteNumber("added", summary.Added);
        writer.WriteNumber("updated", summary.Updated);
        writer.WriteNumber("unchanged", summary.Unchanged);
        writer.WriteStartArray("rejected");
        foreach (var reject in summary.Rejected)
        {
            writer.WriteStartObject();
            writer.WriteString("file", reject.File);
            writer.WriteString("at", reject.At);
            writer.WriteString("reason", reject.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("seconds", Math.Round(summary.Elapsed.TotalSeconds, 3));
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }
}
