using Spectre.Console;
using Trialist.Registry;
using Trialist.Screening;

namespace Trialist.Cli.Commands;

/// <summary>Prints match results as cards for people.</summary>
internal static class MatchView
{
    /// <summary>With one study, of the registry or one's own, every criterion is shown; in a list only what needs a look.</summary>
    public static async Task PrintAsync(MatchResult result, Person person, MatchOptions options, Screener screener, ReadStudy? own, CancellationToken cancellation)
    {
        var console = AnsiConsole.Console;
        var who = string.Join(", ", new[] { result.Age is { } age ? $"{age} years" : "age not known", result.Sex?.ToString().ToLowerInvariant() ?? "sex not known", $"{result.Facts} facts" });
        console.MarkupLineInterpolated($"As of {result.AsOf:yyyy-MM-dd}: {who}. {result.StudiesConsidered} studies considered.");
        foreach (var verdict in result.Results.ToArray())
        {
            Card(console, verdict);
            var text = own ?? await screener.StudyAsync(verdict.NctId, cancellation);
            foreach (var criterion in verdict.Criteria)
            {
                if (own is not null || options.Study is not null || criterion.Met != true)
                {
                    Row(console, criterion, text.Study.Eligibility.Text);
                }
            }

            foreach (var change in screener.Changes(person, text, options))
            {
                console.MarkupLineInterpolated($"    [yellow]would change it:[/] {change.Text}");
            }
        }

        if (!result.Questions.IsEmpty)
        {
            console.WriteLine();
            console.MarkupLine("[bold]What to ask next[/]");
            foreach (var question in result.Questions)
            {
                console.MarkupLineInterpolated($"  {question.Text} [grey](open in {question.Decides} of the best studies)[/]");
            }
        }

        console.WriteLine();
        console.MarkupLine("[grey]Not a medical device: it informs, people decide. The registry's text is not the protocol.[/]");
    }

    private static void Card(IAnsiConsole console, StudyVerdict verdict)
    {
        var distance = verdict.DistanceKm is { } km ? $", {km:0.#} km" : "";
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{(verdict.NctId.Number == 0 ? "local study" : verdict.NctId.ToString())}[/] {verdict.Title}");
        if (verdict.NctId.IsFictional)
        {
            console.MarkupLineInterpolated($"  [black on yellow] {Fiction.Mark} [/]");
        }

        var colour = verdict.Verdict switch { Verdict.Eligible => "green", Verdict.Ineligible => "red", Verdict.Undetermined => "yellow" };
        var word = verdict.Verdict switch { Verdict.Eligible => "could take part, as far as is known", Verdict.Ineligible => "cannot take part", Verdict.Undetermined => "not known yet" };
        console.Write(new Markup($"  [{colour}]{word}[/]"));
        console.MarkupLineInterpolated($": {VerdictSummary.Of(verdict.Counts)}{distance}");
    }

    public static void Row(IAnsiConsole console, CriterionVerdict criterion, string? text)
    {
        var (mark, colour) = criterion switch
        {
            { Reading: Reading.Judgement } => ("for your doctor", "blue"),
            { Reading: Reading.Action } => ("at enrolment", "blue"),
            { Met: true } => ("met", "green"),
            { Met: false } => ("not met", "red"),
            _ => ("not known", "yellow"),
        };
        console.Write(new Markup($"  [{colour}]{mark,-15}[/] "));
        console.MarkupLineInterpolated($"[bold]{criterion.Id}[/]{(criterion.Correction is { } correction ? $" corrected by {correction.By} on {correction.On:yyyy-MM-dd}" : "")}");
        foreach (var reason in criterion.Because)
        {
            var words = reason.Span is { } span && text is not null && span.End <= text.Length && span.Length > 0 ? $"\"{Shorten(span.Of(text))}\": " : "";
            var facts = reason.Facts.IsEmpty ? "" : $"; record: {string.Join(", ", reason.Facts.Take(3).Select(FactLine.Of))}";
            var missing = reason.Missing.IsEmpty ? "" : $"; missing: {string.Join(", ", reason.Missing)}";
            var remarks = string.Concat(
                reason.Borderline ? "; borderline" : "", reason.NotApplicable ? "; not applicable" : "",
                reason.Assumed is { } assumed ? $"; assumed: {assumed}" : "", reason.Note is { } note ? $"; {note}" : "");
            console.MarkupLineInterpolated($"      {words}{reason.Predicate} [grey]is[/] {reason.Truth.ToString().ToLowerInvariant()}{facts}{missing}{remarks}");
        }
    }

    private static string Shorten(string words)
    {
        var line = string.Join(' ', MarkdownEscapes.Undo(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 100 ? line : line[..99] + "…";
    }
}
