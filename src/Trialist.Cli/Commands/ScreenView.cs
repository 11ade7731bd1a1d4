using Spectre.Console;
using Trialist.Matching;
using Trialist.Registry;
using Trialist.Screening;
using Trialist.Screening.Cohorts;

namespace Trialist.Cli.Commands;

/// <summary>Prints a screening result for people: the funnel, then the persons.</summary>
internal static class ScreenView
{
    private const int PersonsShown = 50;
    private const int WordsShown = 60;

    public static void Print(ScreenResult result)
    {
        var console = AnsiConsole.Console;
        console.MarkupLineInterpolated($"[bold]{result.NctId?.ToString() ?? "draft"}[/] {result.Title}");
        if (result.NctId is { IsFictional: true })
        {
            console.MarkupLineInterpolated($"[black on yellow] {Fiction.Mark} [/]");
        }

        console.MarkupLineInterpolated($"As of {result.AsOf:yyyy-MM-dd}: {Persons(result.Persons)}, {result.Eligible} could take part as far as is known, {result.Undetermined} not known yet, {result.Ineligible} cannot.");
        if (!result.AssumedComplete.IsEmpty)
        {
            console.MarkupLineInterpolated($"[yellow]Assumed complete, silence read as no: {AssumedComplete.Describe(result.AssumedComplete)}.[/]");
        }

        var table = new Table().Border(TableBorder.Simple).AddColumn(new TableColumn("").NoWrap()).AddColumn(new TableColumn("criterion"));
        foreach (var heading in (IEnumerable<string>)["met", "not", "open", "alone", "left"])
        {
            table.AddColumn(new TableColumn(heading).RightAligned().NoWrap().PadRight(0));
        }

        foreach (var row in result.Funnel)
        {
            var apart = row.Reading is Reading.Judgement or Reading.Action;
            table.AddRow(
                new Text(row.Id), new Text(apart ? $"({Shorten(row.Text)})" : Shorten(row.Text)), new Text($"{row.Met}"), new Text($"{row.NotMet}"),
                new Text($"{row.Unknown}"), new Text($"{row.LostAlone}"), new Text($"{row.Remaining}"));
        }

        console.Write(table);
        console.MarkupLine("[grey]met, not met, open: persons. alone: kept out by nothing else that is known. left: after this and all rows before. In brackets: a person's judgement or done at enrolment, never deciding.[/]");
        if (result.MostCostly is { } costly)
        {
            console.MarkupLineInterpolated($"Most costly criterion: [bold]{costly}[/].");
        }

        foreach (var person in result.People.Take(PersonsShown))
        {
            var decided = person.Verdict.Criteria.Where(one => one.Met == false && one.Reading is not (Reading.Judgement or Reading.Action)).Select(one => one.Id).ToList();
            var why = decided.Count > 0 ? $" by {string.Join(", ", decided)}" : "";
            console.MarkupLineInterpolated($"  {person.Id}: {person.Verdict.Verdict.ToString().ToLowerInvariant()}{why} ({VerdictSummary.Of(person.Verdict.Counts)})");
        }

        if (result.People.Count > PersonsShown)
        {
            console.MarkupLineInterpolated($"  … and {result.People.Count - PersonsShown} more: --csv lists all.");
        }

        foreach (var question in result.Questions.Take(3))
        {
            console.MarkupLineInterpolated($"To ask: {question.Text} [grey](open for {Persons(question.Decides)})[/]");
        }
    }

    private static string Persons(int count) => count == 1 ? "1 person" : $"{count:N0} persons";

    private static string Shorten(string words)
    {
        var line = string.Join(' ', MarkdownEscapes.Undo(words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= WordsShown ? line : line[..(WordsShown - 1)] + "…";
    }
}
