using System.CommandLine;
using Trialist.Registry;
using Trialist.Registry.Locals;
using Trialist.Screening;
using Trialist.Screening.Json;
using Trialist.Screening.Sources;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist match</c>: which studies could take a person, why, why not, and what to ask next.</summary>
internal static class MatchCommand
{
    private const int DefaultTop = 20;

    public static Command Create()
    {
        var person = new Argument<string>("person") { HelpName = "PERSON", Description = "A FHIR bundle (.json), a note (.txt), or - for either on standard input." };
        var study = new Option<string?>("--study") { HelpName = "NCTID", Description = "Only this study, with every criterion; a local one is named LOCAL-NAME." };
        var asOf = AsOf();
        var top = new Option<int>("--top") { HelpName = "N", Description = "How many studies to print.", DefaultValueFactory = _ => DefaultTop };
        var json = new Option<bool>("--json") { Description = "Print the result as JSON." };
        var command = new Command("match", "Match a person with the studies: verdicts with reasons, and the next question. Nothing about the person is kept.") { person, study, asOf, top, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var options = new MatchOptions(DayOf(parsed.GetValue(asOf)))
            {
                Top = parsed.GetValue(top) is var count and >= 0 ? count : throw new UsageException("--top is a number from 0."),
                Study = LocalId.TryParse(parsed.GetValue(study), out var local) ? null : StudyOf(parsed.GetValue(study)),
            };
            using var input = Console.OpenStandardInput();
            var read = PersonFiles.ReadOne(parsed.GetValue(person)!, options.AsOf, input);
            using var registry = StudyRegistry.Open(DataFolder.OfExisting(parsed));
            using var screener = new Screener(registry);
            var own = local.Name.Length > 0 && LocalCommand.Find(DataFolder.Of(parsed), local) is var found ? ReadStudy.OfDraft(found.Title, found.Text) : null;
            var result = own is null ? await screener.MatchAsync(read, options, cancellation) : screener.Match(read, [own], options);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(writer => MatchJson.Write(writer, result));
            }
            else
            {
                await MatchView.PrintAsync(result, read, options, screener, own, cancellation);
            }

            return CommandLine.Done;
        });
        return command;
    }

    public static Option<string?> AsOf() => new("--as-of") { HelpName = "DATE", Description = "The day for which ages and windows are computed; else today." };

    public static DateOnly DayOf(string? written) => written switch
    {
        null => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date),
        _ when DateOnly.TryParseExact(written, "yyyy-MM-dd", out var day) => day,
        _ => throw new UsageException($"'{written}' is not a day: expected yyyy-MM-dd."),
    };

    private static NctId? StudyOf(string? written) =>
        written is null ? null
        : NctId.TryParse(written, out var id) ? id
        : throw new UsageException(NctId.WhyNot(written));
}
