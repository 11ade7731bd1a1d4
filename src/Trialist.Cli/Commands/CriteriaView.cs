using System.Globalization;
using Spectre.Console;
using Trialist.Criteria;
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
            console.Write(Rows(document, english));
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

    private static Grid Rows(CriteriaDocument document, bool english)
    {
        var grid = new Grid();
        grid.AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().PadRight(0));
        foreach (var criterion in document.Criteria)
        {
            var indent = new string(' ', 2 * criterion.Id.AsSpan().Count('.'));
            grid.AddRow(new Markup($"{indent}[bold]{criterion.Id}[/]"), new Markup(Badge(criterion)), new Markup(Lines(criterion, english)));
        }

        return grid;
    }

    /// <summary>The criterion's words; what they were read as, where asked for; and each stretch that was not read, with the reason.</summary>
    private static string Lines(Criterion criterion, bool english)
    {
        if (criterion.Kind == CriterionKind.Note)
        {
            return $"[grey]{Words(criterion.Text)}[/]";
        }

        List<string> lines = [Words(criterion.Text)];
        if (english && criterion.Predicate is { } predicate)
        {
            lines.Add($"[green]= {Markup.Escape(PredicateEnglish.Say(predicate))}[/]");
        }

        if (criterion.Correction is { } correction)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"[blue]corrected by {Markup.Escape(correction.By)} on {correction.On:yyyy-MM-dd}[/]{(correction.Why is { } why ? $" [grey]{Markup.Escape(why)}[/]" : "")}"));
        }

        foreach (var unread in criterion.Unread)
        {
            lines.Add($"[yellow]? “{Words(criterion.Text.Substring(unread.Span.Start - criterion.Span.Start, unread.Span.Length))}”[/] [grey]{Markup.Escape(unread.Reason)}[/]");
        }

        return string.Join('\n', lines);
    }

    private static string Words(string text) => Markup.Escape(string.Join(' ', MarkdownEscapes.Undo(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    private static string Badge(Criterion criterion) => criterion switch
    {
        { Kind: CriterionKind.Note } => "[grey]note[/]",
        { Reading: Reading.Full } => "[green]full[/]",
        { Reading: Reading.Partial } => "[yellow]in part[/]",
        { Reading: Reading.Judgement } => "[magenta]judgement[/]",
        { Reading: Reading.Action } => "[blue]at enrolment[/]",
        _ => "[red]not read[/]",
    };

    private static string Summary(CriteriaDocument document)
    {
        var read = WholeReading.Of(document);
        return $"{read.Count} {(read.Count == 1 ? "criterion" : "criteria")}: {Count(Reading.Full)} full, {Count(Reading.Partial)} in part, "
            + $"{Count(Reading.Judgement)} judgement, {Count(Reading.Action)} at enrolment, {Count(Reading.None)} not read";

        int Count(Reading reading) => read.Count(one => one == reading);
    }
}
