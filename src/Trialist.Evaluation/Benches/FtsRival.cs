using Microsoft.Data.Sqlite;

namespace Trialist.Evaluation.Benches;

/// <summary>SQLite FTS5 doing the same work: top ten by bm25 and the exact total, over the same text.</summary>
internal sealed class FtsRival : IDisposable
{
    private readonly SqliteConnection database = new("Data Source=:memory:");

    public FtsRival(IEnumerable<Study> studies)
    {
        database.Open();
        Run("CREATE VIRTUAL TABLE study USING fts5(id UNINDEXED, body, tokenize = 'porter unicode61')");
        using var transaction = database.BeginTransaction();
        using var insert = database.CreateCommand();
        insert.CommandText = "INSERT INTO study (id, body) VALUES ($id, $body)";
        var (id, body) = (insert.Parameters.Add("$id", SqliteType.Text), insert.Parameters.Add("$body", SqliteType.Text));
        foreach (var study in studies)
        {
            id.Value = study.NctId.ToString();
            body.Value = string.Join('\n', Texts(study));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Run("INSERT INTO study (study) VALUES ('optimize')");
    }

    public void Search(string match)
    {
        using var top = database.CreateCommand();
        top.CommandText = "SELECT id, bm25(study) FROM study WHERE study MATCH $match ORDER BY rank LIMIT 10";
        top.Parameters.AddWithValue("$match", match);
        using (var found = top.ExecuteReader())
        {
            while (found.Read())
            {
                found.GetString(0);
            }
        }

        using var total = database.CreateCommand();
        total.CommandText = "SELECT count(*) FROM study WHERE study MATCH $match";
        total.Parameters.AddWithValue("$match", match);
        total.ExecuteScalar();
    }

    public void Dispose() => database.Dispose();

    // What the box searches in this product (the registry's BasicSearch), as far as it is text.
    private static IEnumerable<string?> Texts(Study study) =>
    [
        study.BriefTitle, study.OfficialTitle, study.Acronym, study.BriefSummary, .. study.Conditions, .. study.Keywords,
        .. study.Interventions.SelectMany(intervention => intervention.OtherNames.Prepend(intervention.Name).Append(intervention.Description ?? "")),
        .. study.Arms.SelectMany(arm => new[] { arm.Label, arm.Description }),
        .. study.PrimaryOutcomes.Concat(study.SecondaryOutcomes).Concat(study.OtherOutcomes).SelectMany(outcome => new[] { outcome.Measure, outcome.Description }),
        study.Sponsor?.Name,
        .. study.Sites.SelectMany(site => new[] { site.Facility, site.City, site.State, site.Country }).Distinct(),
    ];

    private void Run(string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
