using Npgsql;
using NpgsqlTypes;

namespace Trialist.Evaluation.Benches.Rivals;

/// <summary>PostgreSQL doing the same work: a GIN index over stemmed words without stop words, top ten by <c>ts_rank</c> and the exact total.</summary>
internal sealed class PostgresRival : ISearchRival
{
    private const int LongestText = 400_000; // a tsvector holds one megabyte at most

    private readonly PostgresServer server;
    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand best;
    private readonly NpgsqlCommand total;

    public PostgresRival(PostgresServer server, IEnumerable<Study> studies)
    {
        this.server = server;
        connection = server.Connect();
        Execute("CREATE TEXT SEARCH DICTIONARY stem (TEMPLATE = snowball, Language = english)");
        Execute("CREATE TEXT SEARCH CONFIGURATION study (COPY = english)");
        Execute("ALTER TEXT SEARCH CONFIGURATION study ALTER MAPPING FOR asciiword, word, asciihword, hword, hword_asciipart, hword_part WITH stem");
        Execute("CREATE UNLOGGED TABLE source (id text, body text)");
        using (var copy = connection.BeginBinaryImport("COPY source (id, body) FROM STDIN (FORMAT BINARY)"))
        {
            foreach (var study in studies)
            {
                var text = BenchText.LineOf(study);
                copy.StartRow();
                copy.Write(study.NctId.ToString(), NpgsqlDbType.Text);
                copy.Write(text.Length > LongestText ? text[..LongestText] : text, NpgsqlDbType.Text);
            }

            copy.Complete();
        }

        Execute("CREATE UNLOGGED TABLE study AS SELECT id, to_tsvector('study', body) AS words FROM source");
        Execute("DROP TABLE source");
        Execute("CREATE INDEX study_words ON study USING gin (words) WITH (fastupdate = off)");
        Execute("VACUUM ANALYZE study");
        best = Prepare("SELECT id, ts_rank(words, query) AS rank FROM study, to_tsquery('study', $1) query WHERE words @@ query ORDER BY rank DESC LIMIT 10");
        total = Prepare("SELECT count(*) FROM study, to_tsquery('study', $1) query WHERE words @@ query");
    }

    public string Engine => "postgres";

    public IReadOnlyList<QueryTime> Time(IReadOnlyList<BenchQuery> queries, int rounds, CancellationToken cancellation) => QueryTime.Measure(queries, rounds, Search, cancellation);

    public void Dispose()
    {
        connection.Dispose();
        server.Dispose();
    }

    private void Search(BenchQuery query)
    {
        var match = string.Join(query.Case switch { BenchQuery.Or => " | ", BenchQuery.Phrase => " <-> ", _ => " & " }, query.Words.Select(word => $"'{word}'"));
        best.Parameters[0].Value = match;
        using (var found = best.ExecuteReader())
        {
            while (found.Read())
            {
                found.GetString(0);
            }
        }

        total.Parameters[0].Value = match;
        total.ExecuteScalar();
    }

    private NpgsqlCommand Prepare(string sql)
    {
        var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Text });
        command.Prepare();
        return command;
    }

    private void Execute(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
