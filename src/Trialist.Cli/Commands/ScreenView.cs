using Spectre.Console;
using Trialist.Matching;
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
        console.MarkupLineInterpolated($"As of {result.AsOf:yyyy-MM-dd}: {result.Persons} persons, {result.Eligible} could take part as far as is known, {result.Undetermined} not known yet, {result.Ineligible} cannot.");
        if (!result.AssumedComplete.IsEmpty)
        {
            console.MarkupLineInterpolated($"[yellow]Assumed complete, silence read as no: {AssumedComplete.Describe(result.AssumedComplete)}.[/]");
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("criterion", "words").AddColumns(
            Right("met"), Right("not met"), Right("unknown"), Right("lost alone"), Right("lost here"), Right("remaining"));
        foreach (var row in result.Funnel)
        {
            var mark = row.Reading is Reading.Judgement or Reading.Action ? " (not counted)" : "";
            table.AddRow(
                new Text(row.Id + mark), new Text(Shorten(row.Text)), new Text($"{row.Met}"), new Text($"{row.NotMet}"), new Text($"{row.Unknown}"),
                new Text($"{row.LostAlone}"), new Text($"{row.LostHere}"), new Text($"{row.Remaining}"));
        }

        console.Write(table);
        if (result.MostCostly is { } costly)
        {
            console.MarkupLineInterpolated($"Most costly criterion: [bold]{costly}[/].");
        }

        foreach (var person in result.People.Take(PersonsShown))
        {
            var decided = person.Verdict.Criteria.Where(one => one.Met == false && one.Reading is not (Reading.Judgement or Reading.Action)).Select(one => one.Id).ToList();
            var why = decided.Count > 0 ? $" by {string.Join(", ", decided)}" : "";
            console.MarkupLineInterpolated($"  {person.Id}: {person.Verdict.Verdict.ToString().ToLowerInvariant()}{why} ({MatchView.Summary(person.Verdict.Counts)})");
        }

        if (result.People.Count > PersonsShown)
        {
            console.MarkupLineInterpolated($"  … and {result.People.Count - PersonsShown} more: --csv lists all.");
        }

        foreach (var question in result.Questions.Take(3))
        {
            console.MarkupLineInterpolated($"To ask: {question.Text} [grey](open for {question.Decides} persons)[/]");
        }
    }

    private static TableColumn Right(string heading) => new TableColumn(heading).RightAligned();

    private static string Shorten(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= WordsShown ? line : line[..(WordsShown - 1)] + "…";
    }
}
