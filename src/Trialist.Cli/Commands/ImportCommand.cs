using System.CommandLine;
using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using Trialist.Registry;
using Trialist.Registry.Import;
using Trialist.Search;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist import PATH... [--json]</c></summary>
internal static class ImportCommand
{
    private const string StandardInput = "/dev/stdin"; // a file like others, but on Windows

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Files, folders or globs: .json .ndjson .xml .zip, also as .zst or .gz; - reads standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var json = new Option<bool>("--json") { Description = "Print the summary as JSON." };
        var command = new Command("import", "Import studies from files of ClinicalTrials.gov.") { paths, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            _ = Task.Run(StudyIndexWriter.ReadTables, cancellation); // beside the opening of the registry; the import waits for them and meets their failure
            using var registry = StudyRegistry.Open(DataFolder.Of(parsed));
            var clock = Stopwatch.StartNew();
            var summary = await ImportProgressBar.ShowAsync(
                progress => registry.ImportAsync(parsed.GetValue(paths)!.Select(path => path == "-" ? StandardInput : path), DateTimeOffset.UtcNow, progress, cancellation));
            summary = summary with { Elapsed = clock.Elapsed }; // what was published can be searched now
            await CriteriaReadingBar.ReadAsync(registry, cancellation);
            var withCriteria = clock.Elapsed;
            if (parsed.GetValue(json))
            {
                WriteJson(summary, withCriteria);
            }
            else
            {
                ImportReport.WriteRejects(summary.Rejected);
                ImportReport.WriteWarnings(summary.Warnings);
                ImportReport.WriteCounts(summary);
                if (summary.Read > summary.Rejected.Count)
                {
                    Console.Out.WriteLine($"Studies could be searched after {summary.Elapsed.TotalSeconds:N1} s, criteria were read after {withCriteria.TotalSeconds:N1} s.");
                }
            }

            await registry.TidyAsync(cancellation);

            // Files of which nothing could be read are work that failed; single broken records are not.
            var hasRead = summary.Read > summary.Rejected.Count;
            return !hasRead && (summary.Rejected.Count > 0 || summary.PassedOver.Count > 0) ? CommandLine.Failed : CommandLine.Done;
        });
        return command;
    }

    private static void WriteJson(ImportSummary summary, TimeSpan withCriteria)
    {
        using var output = Console.OpenStandardOutput();
        using var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
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
        writer.WriteNumber("passedOver", summary.PassedOver.Count);
        writer.WriteNumber("demoRemoved", summary.DemoRemoved);
        WriteWarnings(writer, summary.Warnings);
        writer.WriteNumber("secondsWithCriteria", Math.Round(withCriteria.TotalSeconds, 3));
        writer.WriteNumber("seconds", Math.Round(summary.Elapsed.TotalSeconds, 3));
        writer.WriteEndObject();
        writer.Flush();
        output.Write("\n"u8);
    }

    private static void WriteWarnings(Utf8JsonWriter writer, ImportWarnings warnings)
    {
        writer.WriteStartObject("warnings");
        writer.WriteNumber("records", warnings.Records);
        writer.WriteNumber("values", warnings.Values);
        writer.WriteStartArray("first");
        foreach (var warning in warnings.First)
        {
            writer.WriteStartObject();
            writer.WriteString("file", warning.File);
            writer.WriteString("at", warning.At);
            writer.WriteString("field", warning.Field);
            writer.WriteString("problem", warning.Problem);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
