using Spectre.Console;
using Trialist.Criteria.English;

namespace Trialist.Cli.Commands;

/// <summary>A criteria document for people.</summary>
internal static class CriteriaView
{
    public static void Print(CriteriaDocument document, string? id, bool lintOnly, bool english)
    {
        var console = AnsiConsole.Console;
        console.MarkupLine($"[bold]{Markup.Escape(id ?? "Criteria")}[/]  {Summary(document)}");
        if (!lintOnly)
        {
            foreach (var criterion in document.Criteria)
            {
                Print(console, criterion, english);
            }
        }

        foreach (var diagnostic in document.Diagnostics)
        {
            var color = diagnostic.Severity switch { DiagnosticSeverity.Error => "red", DiagnosticSeverity.Warning => "yellow", _ => "blue" };
            console.MarkupLine($"[{color}]{diagnostic.Id}[/] {Markup.Escape(string.Join(", ", diagnostic.Criteria.AsSpan().ToArray()))}: {Markup.Escape(diagnostic.Message)}");
        }

        if (lintOnly && document.Diagnostics.IsEmpty)
        {
            console.MarkupLine("Nothing odd was found.");
        }
    }

    private static void Print(IAnsiConsole console, Criterion criterion, bool english)
    {
        var words = Markup.Escape(string.Join(' ', criterion.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        if (criterion.Kind == CriterionKind.Note)
        {
            console.MarkupLine($"[grey]{criterion.Id,-6} {words}[/]");
            return;
        }

        var indent = new string(' ', 2 * criterion.Id.AsSpan().Count('.'));
        console.MarkupLine($"{indent}[bold]{criterion.Id,-6}[/] {words} {Badge(criterion.Reading)}");
        if (english && criterion.Predicate is { } predicate)
        {
            console.MarkupLine($"{indent}       [green]= {Markup.Escape(PredicateEnglish.Say(predicate))}[/]");
        }
    }

    private static string Badge(Reading? reading) => reading switch
    {
        Reading.Full => "[green](full)[/]",
        Reading.Partial => "[yellow](in part)[/]",
        Reading.Judgement => "[magenta](judgement)[/]",
        Reading.Action => "[blue](at enrolment)[/]",
        _ => "[red](not read)[/]",
    };

    private static string Summary(CriteriaDocument document)
    {
        var criteria = document.Criteria.AsSpan().ToArray().Where(criterion => criterion.Kind != CriterionKind.Note).ToList();
        return $"{criteria.Count} criteria: {criteria.Count(c => c.Reading == Reading.Full)} full, {criteria.Count(c => c.Reading == Reading.Partial)} in part, "
            + $"{criteria.Count(c => c.Reading == Reading.Judgement)} judgement, {criteria.Count(c => c.Reading == Reading.Action)} at enrolment, {criteria.Count(c => c.Reading == Reading.None)} not read";
    }
}
