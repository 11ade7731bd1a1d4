using System.CommandLine;
using Trialist.Evaluation;
using Trialist.Registry;

namespace Trialist.Cli.Commands;

/// <summary><c>evaluate review</c>: readings for the eye.</summary>
internal static class EvaluateReviewCommand
{
    private const int Most = 10_000;

    public static Command Create()
    {
        var marks = new Argument<string?>("marks") { HelpName = "MARKS", Description = "A list of marks to tally; without it readings are drawn.", Arity = ArgumentArity.ZeroOrOne };
        var reading = new Option<Reading>("--reading") { Description = "Which readings to draw.", DefaultValueFactory = _ => Reading.Full };
        var count = new Option<int>("--draw") { Description = "How many to draw.", HelpName = "N", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "The same seed draws the same readings.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var command = new Command("review", "Draw readings of the data folder's studies for a person to look at, or tally such a person's marks.") { marks, reading, count, seed };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var registry = StudyRegistry.Open(DataFolder.Of(parsed));
            if (parsed.GetValue(marks) is { } path)
            {
                await EvaluateReview.TallyAsync(registry.Store, path, Console.Out, cancellation);
            }
            else
            {
                await EvaluateReview.DrawAsync(registry.Store, parsed.GetValue(reading), Math.Clamp(parsed.GetValue(count), 1, Most), parsed.GetValue(seed), Console.Out, cancellation);
            }
        });
        return command;
    }
}
