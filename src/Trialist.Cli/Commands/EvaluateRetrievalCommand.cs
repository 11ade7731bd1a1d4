using System.CommandLine;
using System.Text.Json;
using Spectre.Console;
using Trialist.Evaluation.Retrieval;

namespace Trialist.Cli.Commands;

/// <summary><c>trialist evaluate retrieval</c>: ranks patients as free text against a collection of studies.</summary>
internal static class EvaluateRetrievalCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { HelpName = "DIR", Description = "Folder with corpus.ndjson.zst, topics.ndjson and, if known, qrels.tsv." };
        var run = new Option<string?>("--run") { HelpName = "OUT", Description = "Write the ranking as a TREC run file (topic Q0 study rank score tag)." };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON." };
        var command = new Command("retrieval", "Rank patients as free text against studies; measure against judgements where there are any.") { folder, run, json };
        command.SetAction((parsed, cancellation) =>
        {
            var (figures, studies, topics) = RetrievalEvaluation.Run(parsed.GetValue(folder)!, parsed.GetValue(run), cancellation);
            if (parsed.GetValue(json))
            {
                PrintJson(figures, studies, topics);
            }
            else
            {
                Print(figures, studies, topics);
            }

            return Task.FromResult(CommandLine.Done);
        });
        return command;
    }

    private static void PrintJson(IReadOnlyList<RetrievalFigures> figures, int studies, int topics) => Console.Out.WriteLine(JsonSerializer.Serialize(
        new { studies, topics, judged = figures.Count > 0, figures = figures.Select(row => new { engine = row.Engine, topics = row.Topics, ndcg10 = row.Ndcg10, judgedNdcg10 = row.JudgedNdcg10, p10 = row.Precision10, mrr = row.ReciprocalRank, eligibleAboveExcluded = row.EligibleAboveExcluded, eligibleAboveExcludedWithCriteria = row.WithCriteria }) }));

    private static void Print(IReadOnlyList<RetrievalFigures> figures, int studies, int topics)
    {
        AnsiConsole.WriteLine($"{topics:N0} patients ranked against {studies:N0} studies.");
        if (figures.Count == 0)
        {
            AnsiConsole.WriteLine("The folder has no judgements (qrels.tsv): no figure can be given.");
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns("engine", "topics", "nDCG@10", "nDCG@10 judged", "P@10", "MRR", "eligible above excluded", "with criteria");
        foreach (var row in figures)
        {
            table.AddRow([row.Engine, $"{row.Topics}", .. new[] { row.Ndcg10, row.JudgedNdcg10, row.Precision10, row.ReciprocalRank, row.EligibleAboveExcluded }.Select(figure => $"{figure:0.000}"), row.WithCriteria is { } read ? $"{read:0.000}" : "-"]);
        }

        AnsiConsole.Write(table);
    }
}
