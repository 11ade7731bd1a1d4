using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <content>Storing and publishing.</content>
internal sealed partial class SqliteStudyStore
{
    public ValueTask<IReadOnlyList<UpsertOutcome>> UpsertAsync(IReadOnlyList<IncomingStudy> batch, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        TrainWhenDue(connection);
        using var transaction = connection.BeginTransaction(deferred: false);
        using var writing = new SqliteUpsert(connection, transaction);
        var outcomes = new UpsertOutcome[batch.Count];
        for (var i = 0; i < batch.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            outcomes[i] = writing.Offer(batch[i]);
        }

        writing.KeepSequence();
        transaction.Commit();
        return new ValueTask<IReadOnlyList<UpsertOutcome>>(outcomes);
    });

    public ValueTask<int> PublishAsync(CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        TrainWhenDue(connection);
        using var transaction = connection.BeginTransaction(deferred: false);
        var demoRemoved = 0;
        if (connection.ExecuteScalar<bool>("SELECT EXISTS (SELECT 1 FROM study_version WHERE origin IN (1, 2) AND sequence > (SELECT published FROM publication))", transaction: transaction))
        {
            demoRemoved = PushOutDemo(connection, transaction);
        }

        // Only versions after the last publication can change what readers see.
        connection.Execute(
            """
            INSERT INTO study (nct, sequence)
            SELECT nct, max(sequence) FROM study_version WHERE sequence > (SELECT published FROM publication) GROUP BY nct
            ON CONFLICT (nct) DO UPDATE SET sequence = excluded.sequence;
            DELETE FROM study_removal WHERE nct IN (SELECT nct FROM study WHERE sequence > (SELECT published FROM publication));
            UPDATE publication SET published = assigned;
            """,
            transaction: transaction);
        transaction.Commit();
        LogPublication(connection);
        return new ValueTask<int>(demoRemoved);
    });

    // Each removal takes a sequence number of its own, so that followers learn of it.
    private static int PushOutDemo(SqliteConnection connection, SqliteTransaction transaction)
    {
        var demo = connection.ExecuteScalar<int>("SELECT count(DISTINCT nct) FROM study_version WHERE origin = 0", transaction: transaction);
        connection.Execute(RemoveDemo, transaction: transaction);
        return demo;
    }

    private const string RemoveDemo =
        """
        INSERT INTO study_removal (nct, sequence)
        SELECT v.nct, (SELECT assigned FROM publication) + row_number() OVER (ORDER BY v.nct)
        FROM study s JOIN study_version v ON v.sequence = s.sequence WHERE v.origin = 0
        ON CONFLICT (nct) DO UPDATE SET sequence = excluded.sequence;
        UPDATE publication SET assigned = max(assigned, coalesce((SELECT max(sequence) FROM study_removal), 0));
        DELETE FROM study WHERE sequence IN (SELECT sequence FROM study_version WHERE origin = 0);
        DELETE FROM criteria_document WHERE nct IN (SELECT nct FROM study_version WHERE origin = 0);
        DELETE FROM study_version WHERE origin = 0;
        """;
}
