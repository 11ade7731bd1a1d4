using System.CommandLine;
using Spectre.Console;
using Trialist.Registry.Locals;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist local list|remove</c>: a team's own studies, kept by <c>criteria --save</c>.</summary>
internal static class LocalCommand
{
    public static Command Create()
    {
        var list = new Command("list", "List the local studies.");
        list.SetAction((parsed, _) =>
        {
            var all = new LocalStudies(DataFolder.Of(parsed)).All();
            if (all.Count == 0)
            {
                AnsiConsole.WriteLine("There are no local studies. 'trialist criteria --file F --save NAME' keeps one.");
            }

            foreach (var study in all)
            {
                AnsiConsole.MarkupLineInterpolated($"[bold]{study.Id}[/]  {study.Title} [grey]{study.Text.Length:N0} characters, saved {study.SavedAt:yyyy-MM-dd HH:mm}[/]");
            }

            return Task.FromResult(CommandLine.Done);
        });
        var id = new Argument<string>("id") { HelpName = "LOCAL-NAME", Description = "The id of a local study." };
        var remove = new Command("remove", "Remove a local study.") { id };
        remove.SetAction((parsed, _) =>
        {
            var local = IdOf(parsed.GetValue(id)!);
            AnsiConsole.WriteLine(new LocalStudies(DataFolder.Of(parsed)).Remove(local) ? $"{local} is removed." : throw new TrialistException($"There is no {local}; 'trialist local list' names all."));
            return Task.FromResult(CommandLine.Done);
        });
        return new Command("local", "Your own studies: drafts that are kept beside the registry.") { list, remove };
    }

    /// <summary>Finds a local study by its id as typed.</summary>
    public static LocalStudy Find(string dataFolder, LocalId id) =>
        new LocalStudies(dataFolder).Find(id) ?? throw new TrialistException($"There is no {id} in the data folder; 'trialist local list' names all.");

    private static LocalId IdOf(string written) =>
        LocalId.TryParse(written, out var id) ? id : throw new UsageException($"'{written}' is no id of a local study: expected LOCAL- and a name.");
}
