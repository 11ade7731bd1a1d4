using System.Text.RegularExpressions;

namespace Trialist.Evaluation.Retrieval;

/// <summary>The baseline: SQLite FTS5, bm25, any of the topic's words in the whole text of a study.</summary>
public static partial class FtsBaseline
{
    /// <summary>Ranks the studies for every topic.</summary>
    public static RetrievalRun Rank(IEnumerable<Study> studies, IReadOnlyList<RetrievalTopic> topics)
    {
        using var table = new FtsTable(studies, TextOf);
        return new RetrievalRun("fts5", topics.ToDictionary(
            topic => topic.Id,
            IReadOnlyList<(string, double)> (topic) => table.Best(string.Join(" OR ", Word().Matches(topic.Text.ToLowerInvariant()).Select(word => $"\"{word.Value}\"").Distinct(StringComparer.Ordinal)), RetrievalRun.Depth),
            StringComparer.Ordinal));
    }

    private static IEnumerable<string?> TextOf(Study study) =>
    [
        study.BriefTitle, study.OfficialTitle, study.BriefSummary, study.DetailedDescription, study.Eligibility.Text, .. study.Conditions, .. study.Keywords,
        .. study.Interventions.Select(intervention => intervention.Name),
    ];

    [GeneratedRegex("[a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
