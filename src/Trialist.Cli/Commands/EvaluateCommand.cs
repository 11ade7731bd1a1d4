using System.CommandLine;
using Trialist.Evaluation;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>evaluate</c>: figures that anyone can recompute.</summary>
internal static class EvaluateCommand
{
    public static Command Create() => new("evaluate", "Measure the engine against data that people labelled.")
    {
        Criteria(),
        Readings(),
        EvaluateReviewCommand.Create(),
        EvaluateRetrievalCommand.Create(),
        Verdicts(),
        Forms(),
    };

    private static Command Criteria()
    {
        var leaf = new Option<string?>("--leaf") { Description = "File of the Leaf corpus (.ndjson or .ndjson.zst).", HelpName = "FILE" };
        var chia = new Option<string?>("--chia") { Description = "File of the Chia corpus (.ndjson or .ndjson.zst).", HelpName = "FILE" };
        var dump = new Option<string?>("--dump") { Description = "Write what was read, one document a line.", HelpName = "FILE" };
        var errors = new Option<string?>("--errors") { Description = "List what was missed or invented, tab-separated.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("criteria", "Comparisons and mentions read in annotated criteria.") { leaf, chia, dump, errors, json };
        command.SetAction(parsed => EvaluateCriteria.Run(parsed.GetValue(leaf), parsed.GetValue(chia), parsed.GetValue(dump), parsed.GetValue(errors), parsed.GetValue(json), Console.Out));
        return command;
    }

    private static Command Readings()
    {
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "Hand readings, one study a line." };
        var errors = new Option<string?>("--errors") { Description = "List the criteria that differ.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("readings", "Whole criteria of the data folder's studies against readings by hand.") { file, errors, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var registry = StudyRegistry.Open(DataFolder.Of(parsed));
            await EvaluateReadings.RunAsync(parsed.GetValue(file)!, registry.Store, parsed.GetValue(errors), parsed.GetValue(json), Console.Out, cancellation);
        });
        return command;
    }

    private static Command Forms()
    {
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "Pairs of a criterion ('intent') and its logical form ('snippet'), one a line." };
        var errors = new Option<string?>("--errors") { Description = "List the forms that differ, tab-separated.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("forms", "The structure of single criteria, as annotators wrote it down as logical forms.") { file, errors, json };
        command.SetAction(parsed => EvaluateForms.Run(parsed.GetValue(file)!, parsed.GetValue(errors), parsed.GetValue(json), Console.Out));
        return command;
    }

    private static Command Verdicts()
    {
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "Pairs of a patient note and a criterion, one a line, with or without an expert's label." };
        var dump = new Option<string?>("--dump") { Description = "Write the predictions, one pair a line.", HelpName = "FILE" };
        var errors = new Option<string?>("--errors") { Description = "List the pairs that differ, tab-separated.", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Print JSON." };
        var command = new Command("verdicts", "Single criteria against single patient notes, as experts labelled them.") { file, dump, errors, json };
        command.SetAction(parsed => EvaluateVerdicts.Run(parsed.GetValue(file)!, parsed.GetValue(dump), parsed.GetValue(errors), parsed.GetValue(json), Console.Out));
        return command;
    }
}
