using System.CommandLine;
using Spectre.Console;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist restore FILE</c></summary>
internal static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A file that 'trialist backup' wrote." };
        var command = new Command("restore", "Put a backup in the place of the registry, after checking it.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var registry = StudyRegistry.Open(DataFolder.Of(parsed));
            var studies = await registry.RestoreAsync(parsed.GetValue(file)!, cancellation);
            AnsiConsole.MarkupLineInterpolated($"Restored [bold]{studies:N0}[/] studies.");
            return CommandLine.Done;
        });
        return command;
    }
}
