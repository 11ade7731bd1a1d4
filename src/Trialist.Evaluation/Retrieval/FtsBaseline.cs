using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Trialist.Evaluation.Retrieval;

/// <summary>The baseline: SQLite FTS5, bm25, any of the topic's words in the whole text of a study.</summary>
public static partial class FtsBaseline
{
    private static readonly Func<Study, IEnumerable<string?>> TextOf = study =>
    [
        study.BriefTitle, study.OfficialTitle, study.BriefSummary, study.DetailedDescription, study.Eligibility.Text, .. study.Conditions, .. study.Keywords,
        .. study.Interventions.Select(intervention => intervention.Name),
    ];

    /// <summary>Ranks the studies for every topic.</summary>
    public static RetrievalRun Rank(IEnumerable<Study> studies, IReadOnlyList<RetrievalTopic> topics)
    {
        using var database = new SqliteConnection("Data Source=:memory:");
        database.Open();
        Run(database, "CREATE VIRTUAL TABLE study USING fts5(id UNINDEXED, body, tokenize = 'porter unicode61')");
        Fill(database, studies);
        var rankings = new Dictionary<string, IReadOnlyList<(string, double)>>(StringComparer.Ordinal);
        using var search = database.CreateCommand();
        search.CommandText = $"SELECT id, -bm25(study) FROM study WHERE study MATCH $words ORDER BY bm25(study) LIMIT {RetrievalRun.Depth}";
        var words = search.Parameters.Add("$words", SqliteType.Text);
        foreach (var topic in topics)
        {
            words.Value = string.Join(" OR ", Word().Matches(topic.Text.ToLowerInvariant()).Select(word => $"\"{word.Value}\"").Distinct(StringComparer.Ordinal));
            var ranking = new List<(string, double)>();
            using var found = search.ExecuteReader();
            while (found.Read())
            {
                ranking.Add((found.GetString(0), found.GetDouble(1)));
            }

            rankings[topic.Id] = ranking;
        }

        return new RetrievalRun("fts5", rankings);
    }

    private static void Fill(SqliteConnection database, IEnumerable<Study> studies)
    {
        using var transaction = database.BeginTransaction();
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO study (id, body) VALUES ($id, $body)";
        var (id, body) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$body", SqliteType.Text));
        foreach (var study in studies)
        {
            id.Value = study.NctId.ToString();
            body.Value = string.Join('\n', TextOf(study));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static void Run(SqliteConnection database, string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    [GeneratedRegex("[a-z0-9]+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}
