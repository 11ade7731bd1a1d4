using System.CommandLine;
using Spectre.Console;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist reindex</c></summary>
internal static class ReindexCommand
{
    public static Command Create()
    {
        var command = new Command("reindex", "Build the search index anew, beside the one in use.");
        command.SetAction(async (parsed, cancellation) =>
        {
            using var registry = StudyRegistry.Open(DataFolder.OfExisting(parsed));
            await registry.ReindexAsync(cancellation);
            await CriteriaReadingBar.ReadAsync(registry, cancellation);
            AnsiConsole.MarkupLineInterpolated($"Indexed [bold]{await registry.Store.CountAsync(cancellation):N0}[/] studies.");
            return CommandLine.Done;
        });
        return command;
    }
}
