using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Trialist.Registry;
using Trialist.Registry.Vocabulary;
using Trialist.Terminology.Packs;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist vocabulary add|list|remove</c></summary>
internal static class VocabularyCommand
{
    public static Command Create() => new("vocabulary", "Install larger vocabularies (MeSH, Disease Ontology, NCI Thesaurus, RxNorm) into the data folder; none is shipped.") { Add(), List(), Remove() };

    private static Command Add()
    {
        var kind = new Argument<string>("VOCABULARY") { Description = "mesh, doid, ncit or rxnorm." };
        var source = new Argument<string>("FILE-or-URL") { Description = "The vocabulary's file, plain, .gz or .zst, or its http(s) address." };
        var json = new Option<bool>("--json") { Description = "Print what was installed as JSON." };
        var command = new Command("add", "Read a vocabulary and install it; one of the same name is replaced.") { kind, source, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var folder = DataFolder.Of(parsed);
            var added = await new VocabularyFolder(folder).AddAsync(KindOf(parsed.GetValue(kind)!), parsed.GetValue(source)!, TimeProvider.System, cancellation);
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine(Json(added).ToString());
                return CommandLine.Done;
            }

            AnsiConsole.MarkupLineInterpolated($"Installed [bold]{added.Name}[/]: {added.Terms:N0} terms ({added.Format}).");
            foreach (var (reason, count) in added.LeftOut.OrderByDescending(reason => reason.Value))
            {
                AnsiConsole.MarkupLineInterpolated($"  left out {count:N0}: {reason}");
            }

            AnsiConsole.WriteLine(Next(folder));
            return CommandLine.Done;
        });
        return command;
    }

    private static Command List()
    {
        var json = new Option<bool>("--json") { Description = "Print the list as JSON." };
        var command = new Command("list", "Show what is installed.") { json };
        command.SetAction(parsed =>
        {
            var installed = new VocabularyFolder(DataFolder.Of(parsed)).List();
            if (parsed.GetValue(json))
            {
                Console.Out.WriteLine($"[{string.Join(',', installed.Select(one => Json(one)))}]");
                return CommandLine.Done;
            }

            if (installed.Count == 0)
            {
                AnsiConsole.WriteLine("No vocabulary is installed: the hand-written lexicon and the records themselves are used.");
                return CommandLine.Done;
            }

            foreach (var one in installed)
            {
                Console.Out.WriteLine($"{one.Name}\n    {one.Terms:N0} terms ({one.Format}), added {one.Added:yyyy-MM-dd} from {one.Source}");
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = new Argument<string>("NAME") { Description = "A vocabulary as 'list' names it, or mesh, doid, ncit, rxnorm for all of a kind." };
        var command = new Command("remove", "Remove an installed vocabulary.") { name };
        command.SetAction(parsed =>
        {
            var folder = DataFolder.Of(parsed);
            var gone = new VocabularyFolder(folder).Remove(parsed.GetValue(name)!);
            if (gone.Count == 0)
            {
                throw new TrialistException($"No vocabulary '{parsed.GetValue(name)}' is installed: 'trialist vocabulary list' shows what is.");
            }

            AnsiConsole.WriteLine($"Removed {string.Join(", ", gone.Select(one => one.Name))}. {Next(folder)}");
            return CommandLine.Done;
        });
        return command;
    }

    // Branches of conditions are written into the index; a running server reads vocabularies when it starts.
    private static string Next(string folder) => StudyRegistry.Exists(folder)
        ? "Run 'trialist reindex' to bring the condition branches up to date, and start 'serve' again if it runs."
        : "It is used as soon as there are studies.";

    private static VocabularyKind KindOf(string written)
    {
        var named = Enum.GetValues<VocabularyKind>().Where(kind => string.Equals(PackReader.Name(kind), written, StringComparison.OrdinalIgnoreCase)).ToList();
        return named is [var kind] ? kind : throw new UsageException($"There is no vocabulary '{written}': known are {string.Join(", ", Enum.GetValues<VocabularyKind>().Select(PackReader.Name))}.");
    }

    private static JsonElement Json(InstalledVocabulary one) => JsonSerializer.SerializeToElement(new
    {
        name = one.Name,
        source = one.Source,
        format = one.Format,
        terms = one.Terms,
        leftOut = one.LeftOut,
        added = one.Added,
    });
}
