using System.CommandLine;
using Spectre.Console;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist backup FILE</c></summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "Where to write the backup." };
        var command = new Command("backup", "Write a consistent copy of the registry to one file, also while it is in use.") { file };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var registry = StudyRegistry.Open(DataFolder.OfExisting(parsed));
            var path = Path.GetFullPath(parsed.GetValue(file)!);
            var replaced = await registry.BackupAsync(path, cancellation);
            AnsiConsole.MarkupLineInterpolated($"Backed up [bold]{await registry.Store.CountAsync(cancellation):N0}[/] studies to {path} ({new FileInfo(path).Length / 1048576.0:N1} MB){(replaced ? ", in the place of an older backup" : "")}.");
            return CommandLine.Done;
        });
        return command;
    }
}
