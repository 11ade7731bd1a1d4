using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <summary>Offers records to the store within one transaction.</summary>
internal sealed class SqliteUpsert : IDisposable
{
    private readonly SqliteCommand latest;
    private readonly SqliteCommand seen;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand alias;
    private readonly SqliteCommand keep;
    private long sequence;
    private bool holdsReal;

    public SqliteUpsert(SqliteConnection connection, SqliteTransaction transaction)
    {
        latest = Prepare(
            connection, transaction,
            "SELECT version, last_update, hash FROM study_version WHERE nct = $nct AND (origin = 0) = $demo ORDER BY version DESC LIMIT 1",
            "$nct", "$demo");
        seen = Prepare(
            connection, transaction,
            "SELECT 1 FROM study_version WHERE nct = $nct AND (origin = 0) = $demo AND hash = $hash",
            "$nct", "$demo", "$hash");
        insert = Prepare(
            connection, transaction,
            """
            INSERT INTO study_version (sequence, nct, version, origin, seen_at, last_update, hash, json)
            VALUES ($sequence, $nct, $version, $origin, $seen_at, $last_update, $hash, $json)
            """,
            "$sequence", "$nct", "$version", "$origin", "$seen_at", "$last_update", "$hash", "$json");
        alias = Prepare(
            connection, transaction,
            "INSERT INTO study_alias (alias, nct) VALUES ($alias, $nct) ON CONFLICT (alias) DO UPDATE SET nct = excluded.nct",
            "$alias", "$nct");
        keep = Prepare(connection, transaction, "UPDATE publication SET assigned = $sequence", "$sequence");
        using var real = Prepare(connection, transaction, "SELECT EXISTS (SELECT 1 FROM study_version WHERE origin <> 0)");
        holdsReal = (long)real.ExecuteScalar()! != 0;
        using var assigned = Prepare(connection, transaction, "SELECT assigned FROM publication");
        sequence = (long)assigned.ExecuteScalar()!;
    }

    public UpsertOutcome Offer(IncomingStudy incoming)
    {
        var study = incoming.Study;
        if (incoming.Origin == StudyOrigin.Demo && holdsReal)
        {
            return UpsertOutcome.Refused;
        }

        var kept = Latest(study.NctId, incoming.Origin == StudyOrigin.Demo);
        if (kept is { } version && (!Replaces(incoming, version) || (incoming.Origin != StudyOrigin.Draft && WasSeen(incoming))))
        {
            return UpsertOutcome.Unchanged;
        }

        Insert(incoming, number: (kept?.Number ?? 0) + 1);
        holdsReal |= incoming.Origin != StudyOrigin.Demo;
        foreach (var former in study.Aliases)
        {
            Set(alias, former.Number, study.NctId.Number);
            alias.ExecuteNonQuery();
        }

        return kept is null ? UpsertOutcome.Added : UpsertOutcome.Updated;
    }

    /// <summary>Keeps the last sequence number that was given out.</summary>
    public void KeepSequence()
    {
        Set(keep, sequence);
        keep.ExecuteNonQuery();
    }

    public void Dispose()
    {
        latest.Dispose();
        seen.Dispose();
        insert.Dispose();
        alias.Dispose();
        keep.Dispose();
    }

    // A record replaces one whose last-update date is not later; one without a date never replaces one with a date.
    private static bool Replaces(IncomingStudy incoming, KeptVersion kept) =>
        !incoming.Hash.Span.SequenceEqual(kept.Hash)
        && (kept.LastUpdate is not { } known || (incoming.Study.Dates.LastUpdatePosted is { } offered && offered.CompareTo(known) >= 0));

    // Two sources may write the same update differently; what was replaced once does not come back, so that an import can be run again.
    private bool WasSeen(IncomingStudy incoming)
    {
        Set(seen, incoming.Study.NctId.Number, incoming.Origin == StudyOrigin.Demo, incoming.Hash.ToArray());
        return seen.ExecuteScalar() is not null;
    }

    private KeptVersion? Latest(NctId id, bool demo)
    {
        Set(latest, id.Number, demo);
        using var reader = latest.ExecuteReader();
        return reader.Read()
            ? new KeptVersion(reader.GetInt32(0), reader.IsDBNull(1) ? null : PartialDate.Parse(reader.GetString(1)), reader.GetFieldValue<byte[]>(2))
            : null;
    }

    private void Insert(IncomingStudy incoming, int number)
    {
        Set(
            insert, ++sequence, incoming.Study.NctId.Number, number, (int)incoming.Origin, incoming.SeenAt.ToUnixTimeMilliseconds(),
            incoming.Study.Dates.LastUpdatePosted?.ToString() ?? (object)DBNull.Value, incoming.Hash.ToArray(), incoming.Packed.ToArray());
        insert.ExecuteNonQuery();
    }

    private static void Set(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }
    }

    private static SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction transaction, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is one of the constants above; values are always parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        return command;
    }

    private readonly record struct KeptVersion(int Number, PartialDate? LastUpdate, byte[] Hash);
}
