using System.CommandLine;
using System.Text;
using Trialist.Matching;
using Trialist.Registry;
using Trialist.Registry.Locals;
using Trialist.Screening;
using Trialist.Screening.Cohorts;
using Trialist.Screening.Json;
using Trialist.Screening.Sources;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist screen</c>: who of a cohort could join a study, and which criterion costs most.</summary>
internal static class ScreenCommand
{
    private const int LongestDraft = 4 * 1024 * 1024; // characters; the longest text of the registry has about 60,000

    public static Command Create()
    {
        var study = new Argument<string>("study") { HelpName = "NCTID", Description = "A study of the data folder, a local study (LOCAL-NAME), or a file with a study of your own: a v2 JSON record or plain criteria text." };
        var persons = new Argument<string[]>("persons") { HelpName = "PERSONS", Arity = ArgumentArity.OneOrMore, Description = ".json bundles, .ndjson, .csv (also with .zst), .txt notes, or a folder of these." };
        var complete = new Option<string?>("--assume-complete") { HelpName = "LIST", Description = $"Read silence as no for: {string.Join(", ", AssumedComplete.All)} or all. Only for full charts." };
        var anonymous = new Option<bool>("--de-identify") { Description = "Number the persons and leave out facts, dates and sources." };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var csv = new Option<bool>("--csv") { Description = "Print one line a person as CSV." };
        var asOf = MatchCommand.AsOf();
        var command = new Command("screen", "Screen a cohort for a study: the funnel of criteria, and each person with reasons. Nothing about persons is kept.") { study, persons, complete, anonymous, asOf, json, csv };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(json) && parsed.GetValue(csv))
            {
                throw new UsageException("Choose --json or --csv, not both.");
            }

            var options = new ScreenOptions(MatchCommand.DayOf(parsed.GetValue(asOf))) { AssumeComplete = Complete(parsed.GetValue(complete)), DeIdentify = parsed.GetValue(anonymous) };
            using var registry = StudyRegistry.Open(DataFolder.Of(parsed));
            using var screener = new Screener(registry);
            var read = await StudyOf(parsed.GetValue(study)!, DataFolder.Of(parsed), screener, cancellation);
            var result = screener.Screen(read, PersonFiles.ReadMany(parsed.GetValue(persons)!, options.AsOf), options, cancellation);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(writer => ScreenJson.Write(writer, result, options.DeIdentify));
            }
            else if (parsed.GetValue(csv))
            {
                ScreenCsv.Write(Console.Out, result);
            }
            else
            {
                ScreenView.Print(result);
            }

            return CommandLine.Done;
        });
        return command;
    }

    private static async Task<ReadStudy> StudyOf(string named, string folder, Screener screener, CancellationToken cancellation)
    {
        if (!File.Exists(named) && LocalId.TryParse(named, out var local))
        {
            var own = LocalCommand.Find(folder, local);
            return ReadStudy.OfDraft(own.Title, own.Text);
        }

        if (!File.Exists(named))
        {
            return NctId.TryParse(named, out var id)
                ? await screener.StudyAsync(id, cancellation)
                : throw new UsageException($"'{named}' is neither a study id such as NCT04599543 nor a file.");
        }

        if (new FileInfo(named).Length > LongestDraft)
        {
            throw new TrialistException($"'{named}' is too large for a study: the limit is {LongestDraft:N0} bytes.");
        }

        var bytes = await File.ReadAllBytesAsync(named, cancellation);
        return bytes.AsSpan().TrimStart("\uFEFF \t\r\n"u8) is [(byte)'{', ..]
            ? ReadStudy.Of(StudyReader.Read(bytes))
            : ReadStudy.OfDraft(Path.GetFileNameWithoutExtension(named), Encoding.UTF8.GetString(bytes));
    }

    private static ValueList<LeafType> Complete(string? list)
    {
        try
        {
            return list is null ? [] : AssumedComplete.Parse(list);
        }
        catch (FormatException e)
        {
            throw new UsageException(e.Message);
        }
    }
}
