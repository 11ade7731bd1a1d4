using Microsoft.Data.Sqlite;

namespace Trialist.Evaluation;

/// <summary>Studies in a full-text table of SQLite (FTS5, porter stemming), in memory: the rival of the benches and the baseline of the figures.</summary>
internal sealed class FtsTable : IDisposable
{
    private readonly SqliteConnection database = new("Data Source=:memory:");

    /// <summary>Fills the table.</summary>
    /// <param name="studies">The studies.</param>
    /// <param name="textOf">What of a study is searched.</param>
    public FtsTable(IEnumerable<Study> studies, Func<Study, IEnumerable<string?>> textOf)
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
            body.Value = string.Join('\n', textOf(study));
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        Run("INSERT INTO study (study) VALUES ('optimize')");
    }

    /// <summary>The best studies by bm25, best first.</summary>
    /// <param name="match">An expression of FTS5.</param>
    /// <param name="limit">How many at most.</param>
    public List<(string Study, double Score)> Best(string match, int limit)
    {
        using var search = database.CreateCommand();
        search.CommandText = "SELECT id, -bm25(study) FROM study WHERE study MATCH $match ORDER BY rank LIMIT $limit";
        search.Parameters.AddWithValue("$match", match);
        search.Parameters.AddWithValue("$limit", limit);
        var best = new List<(string, double)>();
        using var found = search.ExecuteReader();
        while (found.Read())
        {
            best.Add((found.GetString(0), found.GetDouble(1)));
        }

        return best;
    }

    /// <summary>How many studies match.</summary>
    public long Count(string match)
    {
        using var total = database.CreateCommand();
        total.CommandText = "SELECT count(*) FROM study WHERE study MATCH $match";
        total.Parameters.AddWithValue("$match", match);
        return (long)total.ExecuteScalar()!;
    }

    /// <inheritdoc />
    public void Dispose() => database.Dispose();

    private void Run(string sql)
    {
        using var command = database.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
