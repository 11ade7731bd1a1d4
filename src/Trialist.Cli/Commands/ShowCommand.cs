using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Trialist.Registry;
using Trialist.Registry.Differences;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist show NCTID [--json] [--version N] [--diff [N M]]</c></summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("NCTID") { Description = "The registry's number, such as NCT04599543." };
        var json = new Option<bool>("--json") { Description = "The whole record as it came; a made-up one says so in a member of its own." };
        var version = new Option<int?>("--version") { Description = "An earlier version.", HelpName = "N" };
        var diff = new Option<int[]?>("--diff") { Description = "What changed between two versions; without numbers, the last two.", HelpName = "N M", Arity = new ArgumentArity(0, 2), AllowMultipleArgumentsPerToken = true };
        var command = new Command("show", "Show a study, an earlier version of it, or what changed.") { id, json, version, diff };
        command.SetAction(async (parsed, cancellation) =>
        {
            var nctId = NctId.TryParse(parsed.GetValue(id), out var given)
                ? given
                : throw new UsageException(NctId.WhyNot(parsed.GetValue(id)));
            using var registry = StudyRegistry.Open(DataFolder.OfExisting(parsed));
            if (parsed.GetResult(diff) is not null)
            {
                var (from, to) = await VersionsAsync(registry, nctId, parsed.GetValue(diff) ?? [], cancellation);
                await ShowDifferenceAsync(registry, nctId, from, to, parsed.GetValue(json), cancellation);
                return CommandLine.Done;
            }

            var study = parsed.GetValue(version) is { } number
                ? await VersionAsync(registry, nctId, number, cancellation)
                : await registry.Store.FindAsync(nctId, cancellation) ?? throw await UnknownAsync(registry, nctId, cancellation);
            if (parsed.GetValue(json))
            {
                await using var output = Console.OpenStandardOutput();
                await output.WriteAsync(study.MarkedJson(), cancellation);
                await output.WriteAsync("\n"u8.ToArray(), cancellation);
            }
            else
            {
                StudyView.Write(study, await registry.Store.VersionsAsync(nctId, cancellation));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<(int From, int To)> VersionsAsync(StudyRegistry registry, NctId id, int[] given, CancellationToken cancellation)
    {
        if (given is [var from, var to])
        {
            return (from, to);
        }

        if (given.Length > 0)
        {
            throw new UsageException("--diff takes the numbers of two versions, or none for the last two.");
        }

        return (await registry.Store.VersionsAsync(id, cancellation)).Count switch
        {
            0 => throw await UnknownAsync(registry, id, cancellation),
            1 => throw new UsageException($"{id} has one version: there is nothing to compare it with."),
            var count => (count - 1, count),
        };
    }

    private static async Task<StoredStudy> VersionAsync(StudyRegistry registry, NctId id, int number, CancellationToken cancellation)
    {
        if (await registry.Store.FindVersionAsync(id, number, cancellation) is { } found)
        {
            return found;
        }

        var versions = await registry.Store.VersionsAsync(id, cancellation);
        throw versions.Count == 0
            ? await UnknownAsync(registry, id, cancellation)
            : new UsageException($"{id} has no version {number}: it has {versions.Count}.");
    }

    private static async Task<TrialistException> UnknownAsync(StudyRegistry registry, NctId id, CancellationToken cancellation) =>
        await registry.Store.FindAliasAsync(id, cancellation) is { } current
            ? new TrialistException($"{id} is now {current}: ask for that.")
            : new TrialistException($"{id} is not in the registry of '{registry.Folder}'.");

    private static async Task ShowDifferenceAsync(StudyRegistry registry, NctId id, int from, int to, bool asJson, CancellationToken cancellation)
    {
        var before = await VersionAsync(registry, id, from, cancellation);
        var after = await VersionAsync(registry, id, to, cancellation);
        var difference = StudyDifference.Between(before, after);
        if (asJson)
        {
            var changes = difference.Changes.Select(change => new { part = change.Part, words = change.Words, details = change.Details.ToArray() });
            Console.Out.WriteLine(JsonSerializer.Serialize(new { nctId = id.ToString(), from, to, changes }, JsonOutput));
            return;
        }

        AnsiConsole.MarkupLineInterpolated($"[bold]{id}[/] from version {from} ({Day(before)}) to version {to} ({Day(after)})");
        foreach (var part in difference.Changes.GroupBy(change => change.Part, StringComparer.Ordinal))
        {
            AnsiConsole.WriteLine();
            AnsiConsole.MarkupLineInterpolated($"[bold]{part.Key}[/]");
            foreach (var change in part)
            {
                AnsiConsole.MarkupLineInterpolated($"  {change.Words}");
                foreach (var detail in change.Details)
                {
                    AnsiConsole.Write(new Padder(new Text(detail, StyleOf(detail))).Padding(4, 0, 0, 0));
                }
            }
        }

        if (difference.IsSilent)
        {
            AnsiConsole.MarkupLineInterpolated($"{StudyDifference.WhySilent(before, after)}");
        }
    }

    private static readonly JsonSerializerOptions JsonOutput = new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Day(StoredStudy study) => study.Version.LastUpdate?.ToString() ?? study.Version.SeenAt.ToString("yyyy-MM-dd");

    private static Style StyleOf(string line) => line switch
    {
        ['+', ' ', ..] => new Style(Color.Green),
        ['-', ' ', ..] => new Style(Color.Red),
        _ => new Style(decoration: Decoration.Dim),
    };
}
