namespace Trialist.Evaluation.Retrieval;

/// <summary>How well a run ranks, as the mean over the topics that have a relevant study.</summary>
/// <param name="Engine">Tag of the run.</param>
/// <param name="Topics">Topics counted.</param>
/// <param name="Ndcg10">nDCG at 10, gains 0, 1, 2, over the whole corpus; a study that nobody judged counts as not relevant.</param>
/// <param name="JudgedNdcg10">The same with unjudged studies taken out of the ranking.</param>
/// <param name="Precision10">Share of eligible studies among the first ten.</param>
/// <param name="ReciprocalRank">One over the rank of the first eligible study.</param>
/// <param name="EligibleAboveExcluded">Share of the pairs (eligible, excluded) of a topic that stand in the right order; a study not ranked stands last, two such are half right.</param>
/// <param name="WithCriteria">The same over the pairs of studies that have a criteria text; null when there is no such pair.</param>
public sealed record RetrievalFigures(string Engine, int Topics, double Ndcg10, double JudgedNdcg10, double Precision10, double ReciprocalRank, double EligibleAboveExcluded, double? WithCriteria)
{
    private const int Depth = 10;
    private const int Eligible = 2;
    private const int Excluded = 1;

    /// <summary>Measures a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="judgements">What experts judged.</param>
    /// <param name="withCriteria">Those of the judgements whose study has a criteria text.</param>
    public static RetrievalFigures Of(RetrievalRun run, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> judgements, IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> withCriteria)
    {
        var topics = judgements.Where(topic => topic.Value.Values.Any(grade => grade > 0)).Select(topic =>
        {
            var ranking = run.Rankings.GetValueOrDefault(topic.Key, []).Select(ranked => ranked.Study).ToList();
            return (Topic: topic.Key, Ranking: ranking, Grades: topic.Value);
        }).ToList();
        var pairs = topics.Select(topic => Pairs(topic.Ranking, topic.Grades)).ToList();
        var read = topics.Where(topic => withCriteria.ContainsKey(topic.Topic)).Select(topic => Pairs(topic.Ranking, withCriteria[topic.Topic])).ToList();
        double Mean(Func<(string Topic, List<string> Ranking, IReadOnlyDictionary<string, int> Grades), double> measure) => topics.Count == 0 ? 0 : topics.Average(measure);
        return new RetrievalFigures(run.Tag, topics.Count,
            Mean(topic => Ndcg(topic.Ranking, topic.Grades)),
            Mean(topic => Ndcg([.. topic.Ranking.Where(topic.Grades.ContainsKey)], topic.Grades)),
            Mean(topic => topic.Ranking.Take(Depth).Count(study => topic.Grades.GetValueOrDefault(study) == Eligible) / (double)Depth),
            Mean(topic => topic.Ranking.FindIndex(study => topic.Grades.GetValueOrDefault(study) == Eligible) is var rank and >= 0 ? 1.0 / (rank + 1) : 0),
            pairs.Sum(pair => pair.Right) / Math.Max(1, pairs.Sum(pair => pair.All)),
            read.Sum(pair => pair.All) is > 0 and var all ? read.Sum(pair => pair.Right) / all : null);
    }

    private static double Ndcg(List<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var ideal = Gain(grades.Values.OrderDescending());
        return ideal == 0 ? 0 : Gain(ranking.Select(study => grades.GetValueOrDefault(study))) / ideal;
    }

    private static double Gain(IEnumerable<int> grades) => grades.Take(Depth).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();

    private static (double Right, double All) Pairs(List<string> ranking, IReadOnlyDictionary<string, int> grades)
    {
        var ranks = ranking.Select((study, i) => (study, i)).ToDictionary(ranked => ranked.study, ranked => ranked.i, StringComparer.Ordinal);
        int[] Ranks(int grade) => [.. grades.Where(judged => judged.Value == grade).Select(judged => ranks.GetValueOrDefault(judged.Key, int.MaxValue))];
        var (eligible, excluded) = (Ranks(Eligible), Ranks(Excluded));
        return (eligible.Sum(good => excluded.Sum(bad => good < bad ? 1 : good == bad ? 0.5 : 0)), (double)eligible.Length * excluded.Length);
    }
}
