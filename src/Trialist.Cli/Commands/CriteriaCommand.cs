using System.CommandLine;
using System.Text;
using Trialist.Criteria;
using Trialist.Criteria.Json;
using Trialist.Registry;
using Trialist.Registry.Locals;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist criteria</c>: reads the eligibility text of a study, a file or standard input.</summary>
internal static class CriteriaCommand
{
    private const int LongestText = 4 * 1024 * 1024; // characters; the longest text of the registry has about 60,000

    public static Command Create()
    {
        var study = new Argument<string?>("study") { Arity = ArgumentArity.ZeroOrOne, HelpName = "NCTID|LOCAL-NAME|-", Description = "A study of the data folder, a local study, or - for plain criteria text on standard input." };
        var file = new Option<FileInfo?>("--file") { HelpName = "F", Description = "Read plain criteria text, or the criteria of a v2 record, from a file; - for standard input." };
        var json = new Option<bool>("--json") { Description = "Print the criteria document as JSON." };
        var lint = new Option<bool>("--lint") { Description = "Print only what is odd about the text." };
        var save = new Option<string?>("--save") { HelpName = "NAME", Description = "Keep the text beside the registry as a local study." };
        var english = new Option<bool>("--english") { Description = "Print what was understood in plain English." };
        var command = new Command("criteria", "Read eligibility criteria: what they ask, what was not understood, what is odd.") { study, file, save, json, lint, english };
        command.SetAction(async (parsed, cancellation) =>
        {
            var (id, document) = parsed.GetValue(save) is { } name
                ? Save(parsed, name, await TextAsync(parsed.GetValue(study), parsed.GetValue(file), cancellation) ?? throw new UsageException("--save keeps a text of your own: name it with --file, or - for standard input."))
                : await DocumentAsync(parsed, parsed.GetValue(study), parsed.GetValue(file), cancellation);
            if (parsed.GetValue(json))
            {
                await Console.Out.WriteLineAsync(Encoding.UTF8.GetString(CriteriaJson.Write(document, id, indented: true)));
            }
            else
            {
                CriteriaView.Print(document, id, parsed.GetValue(lint), parsed.GetValue(english));
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<(string? Id, CriteriaDocument Document)> DocumentAsync(ParseResult parsed, string? study, FileInfo? file, CancellationToken cancellation)
    {
        if (await TextAsync(study, file, cancellation) is { } text)
        {
            return (null, Read(GivenCriteria.Of(text)));
        }

        if (LocalId.TryParse(study, out var local))
        {
            return (local.ToString(), Read(new EligibilityRules { Text = LocalCommand.Find(DataFolder.Of(parsed), local).Text }));
        }

        if (!NctId.TryParse(study, out var id))
        {
            throw new UsageException($"{NctId.WhyNot(study)} A draft of your own is named by LOCAL- and its name, a file with --file.");
        }

        using var registry = StudyRegistry.Open(DataFolder.OfExisting(parsed));
        var stored = await registry.Store.FindAsync(id, cancellation) ?? throw new TrialistException($"{id} is not in the data folder; import it first.");
        return (id.ToString(), await registry.CriteriaAsync(stored, cancellation) ?? new CriteriaDocument(0, [], []));
    }

    // The text that was given; null when a study is named.
    private static async Task<string?> TextAsync(string? study, FileInfo? file, CancellationToken cancellation)
    {
        if ((study, file) is (not null, not null))
        {
            throw new UsageException("Name a study or a file, not both.");
        }

        var named = file?.ToString() ?? study ?? throw new UsageException("Name a study, a file with --file, or - for standard input.");
        if (named != "-")
        {
            return file is null ? null : await File.ReadAllTextAsync(file.FullName, cancellation);
        }

        using var reader = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    private static (string Id, CriteriaDocument Document) Save(ParseResult parsed, string name, string text)
    {
        var rules = GivenCriteria.Of(text);
        var document = Read(rules);
        var saved = new LocalStudies(DataFolder.Of(parsed)).Save(name, rules.Text!, TimeProvider.System.GetUtcNow());
        Console.Error.WriteLine($"Saved as {saved.Id}: 'trialist criteria {saved.Id}', 'trialist screen {saved.Id} PERSONS', 'trialist match PERSON --study {saved.Id}'.");
        return (saved.Id.ToString(), document);
    }

    private static CriteriaDocument Read(EligibilityRules rules) => rules.Text is { Length: <= LongestText } text ? CriteriaReader.Default.Read(text, rules) : throw new TrialistException($"The text has {rules.Text?.Length:N0} characters; the limit is {LongestText:N0}.");
}
