using System.Text.Json;
using Trialist.Evaluation.Retrieval;

namespace Trialist.Evaluation.Tests.Retrieval;

/// <summary>Figures of rankings, and the run on a small collection of our own.</summary>
public sealed class RetrievalTests
{
    [Theory]
    [InlineData("E1 E2 X1 N1", 1.0, 1.0, 1.0, 0.2)]     // eligible first, excluded after: the ideal 2/1 + 2/log2(3) + 1/2 = 3.762
    [InlineData("X1 E1 E2 N1", 0.867, 0.5, 0.0, 0.2)]
    [InlineData("? E1 E2 X1", 0.716, 0.5, 1.0, 0.2)]    // an unjudged study takes the first place
    [InlineData("", 0.0, 0.0, 0.5, 0.0)]
    public void Figures_OfARanking_AreAsDefined(string ranking, double ndcg, double mrr, double aboveExcluded, double precision)
    {
        var run = new RetrievalRun("test", new Dictionary<string, IReadOnlyList<(string, double)>> { ["t"] = [.. ranking.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(study => (study, 1.0))] });
        var judgements = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["t"] = new Dictionary<string, int> { ["E1"] = 2, ["E2"] = 2, ["X1"] = 1, ["N1"] = 0 } };

        var withCriteria = new Dictionary<string, IReadOnlyDictionary<string, int>> { ["t"] = new Dictionary<string, int> { ["E1"] = 2, ["X1"] = 1 } };
        var figures = RetrievalFigures.Of(run, judgements, withCriteria);

        Assert.Equal(ndcg, figures.Ndcg10, 3);
        Assert.Equal(mrr, figures.ReciprocalRank, 3);
        Assert.Equal(aboveExcluded, figures.EligibleAboveExcluded, 3);
        Assert.Equal(precision, figures.Precision10, 3);
        Assert.Equal(ranking.Length == 0 ? 0.5 : ranking.IndexOf("E1", StringComparison.Ordinal) < ranking.IndexOf("X1", StringComparison.Ordinal) ? 1 : 0, figures.WithCriteria);
        Assert.Equal(ranking.StartsWith('?') ? 1 : ndcg, figures.JudgedNdcg10, 3);
    }

    [Fact]
    public void Evaluation_OfAFolder_WritesTheRunAndMeasuresOnlyWithJudgements()
    {
        var folder = Directory.CreateTempSubdirectory("trialist-retrieval-");
        try
        {
            File.WriteAllLines(Path.Combine(folder.FullName, "corpus.ndjson"),
            [
                Record("NCT99000001", "Inhaled steroid in childhood asthma", "Asthma", "1 Year", "12 Years"),
                Record("NCT99000002", "Inhaled steroid in adult asthma", "Asthma", "18 Years", "80 Years"),
                Record("NCT99000003", "Bypass surgery", "Coronary Artery Disease", "18 Years", "80 Years"),
            ]);
            File.WriteAllText(Path.Combine(folder.FullName, "topics.ndjson"), """{"_id": "p1", "text": "A 9-year-old boy with asthma who wheezes at night. His grandfather had coronary artery disease."}""");
            var run = Path.Combine(folder.FullName, "run.txt");

            var (none, studies, topics) = RetrievalEvaluation.Run(folder.FullName, run, TestContext.Current.CancellationToken);

            Assert.Empty(none);
            Assert.Equal((3, 1), (studies, topics));
            var lines = File.ReadAllLines(run);
            Assert.Matches(@"^p1 Q0 NCT99000001 1 \d+(\.\d+)? trialist$", lines[0]);
            Assert.StartsWith("p1 Q0 NCT99000002 2 ", lines[1]); // the right disease, the wrong age
            Assert.DoesNotContain(lines, line => line.Contains("NCT99000003")); // a relative's disease is not the patient's

            File.WriteAllText(Path.Combine(folder.FullName, "qrels.tsv"), "query-id\tcorpus-id\tscore\np1\tNCT99000001\t2\np1\tNCT99000002\t1\n");
            var (figures, _, _) = RetrievalEvaluation.Run(folder.FullName, null, TestContext.Current.CancellationToken);
            Assert.Equal(["trialist", "fts5"], figures.Select(row => row.Engine));
            Assert.Equal(1, figures[0].Ndcg10, 3);
            Assert.Equal(1, figures[0].EligibleAboveExcluded, 3);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Record(string id, string title, string condition, string least, string most) =>
        JsonSerializer.Serialize(new
        {
            protocolSection = new
            {
                identificationModule = new { nctId = id, briefTitle = title },
                conditionsModule = new { conditions = new[] { condition } },
                eligibilityModule = new { minimumAge = least, maximumAge = most, sex = "ALL" },
            },
        });
}
