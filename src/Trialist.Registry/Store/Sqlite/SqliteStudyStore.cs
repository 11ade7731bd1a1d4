using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <summary>The embedded store. SQLite works in the calling thread, so the asynchronous methods end at once.</summary>
internal sealed partial class SqliteStudyStore : IStudyStore
{
    private const string VersionColumns = "v.nct, v.version, v.sequence, v.seen_at, v.last_update, v.origin, v.hash";

    private readonly SqliteDatabase database;
    private readonly TimeProvider clock;

    public SqliteStudyStore(string file, TimeProvider clock)
    {
        this.clock = clock;
        database = new SqliteDatabase(file);
        packing = new RecordPacking(FindDictionary);
        Guard(() =>
        {
            database.Open();
            using var connection = database.Connect();
            UseNewestDictionary(connection);
            if (connection.ExecuteScalar<string?>("SELECT value FROM meta WHERE key = @key", new { key = LineageKey }) is null)
            {
                connection.Execute("INSERT INTO meta (key, value) VALUES (@key, @value) ON CONFLICT (key) DO NOTHING", new { key = LineageKey, value = NewLineage() });
            }

            if (!IsReadOnly)
            {
                LogPublication(connection); // a process that was killed may not have done so
            }

            return true;
        });
    }

    private const string Shown = $"SELECT {VersionColumns}, v.json FROM study s JOIN study_version v ON v.sequence = s.sequence WHERE s.nct = $nct";

    public ValueTask<StoredStudy?> FindAsync(NctId id, CancellationToken cancellation) => One(Shown, ("$nct", id.Number));

    public async IAsyncEnumerable<StoredStudy> FindEachAsync(IEnumerable<NctId> ids, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var connection = database.Connect();
        using var command = Command(connection, Shown, ("$nct", 0));
        foreach (var id in ids)
        {
            cancellation.ThrowIfCancellationRequested();
            command.Parameters[0].Value = id.Number;
            if (Guard(() => OneOf(command)) is { } study)
            {
                yield return study;
            }

            await ValueTask.CompletedTask;
        }
    }

    public ValueTask<StoredStudy?> FindVersionAsync(NctId id, int number, CancellationToken cancellation) =>
        One(
            $"SELECT {VersionColumns}, v.json {PublishedVersions} AND v.version = $version",
            ("$nct", id.Number), ("$version", number));

    public ValueTask<IReadOnlyList<StudyVersion>> VersionsAsync(NctId id, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        using var command = Command(connection, $"SELECT {VersionColumns} {PublishedVersions} ORDER BY v.version", ("$nct", id.Number));
        return new ValueTask<IReadOnlyList<StudyVersion>>(VersionsOf(command));
    });

    public ValueTask<NctId?> FindAliasAsync(NctId alias, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        var number = connection.ExecuteScalar<long?>(
            "SELECT a.nct FROM study_alias a JOIN study s ON s.nct = a.nct WHERE a.alias = @alias", new { alias = alias.Number });
        return new ValueTask<NctId?>(number is { } found ? IdOf(found) : null);
    });

    public IAsyncEnumerable<StoredStudy> AllAsync(CancellationToken cancellation) =>
        ManyAsync($"SELECT {VersionColumns}, v.json FROM study s JOIN study_version v ON v.sequence = s.sequence ORDER BY s.nct", StudyOf, cancellation);

    public IAsyncEnumerable<StoredStudy> ChangedAsync(long after, long upTo, CancellationToken cancellation) =>
        ManyAsync(
            $"""
             SELECT {VersionColumns}, v.json FROM study s JOIN study_version v ON v.sequence = s.sequence
             WHERE s.sequence > $after AND s.sequence <= $upTo ORDER BY s.sequence
             """,
            StudyOf, cancellation, ("$after", after), ("$upTo", upTo));

    public ValueTask<IReadOnlyList<StudyVersion>> ChangesAsync(long after, int limit, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        using var command = Command(
            connection,
            $"""
             SELECT {VersionColumns} FROM study_version v JOIN study s ON s.sequence = v.sequence
             WHERE s.sequence > $after ORDER BY s.sequence LIMIT $limit
             """,
            ("$after", after), ("$limit", limit));
        return new ValueTask<IReadOnlyList<StudyVersion>>(VersionsOf(command));
    });

    public ValueTask<IReadOnlyList<NctId>> RemovedAsync(long after, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        var numbers = connection.Query<long>("SELECT nct FROM study_removal WHERE sequence > @after ORDER BY sequence", new { after });
        return new ValueTask<IReadOnlyList<NctId>>(numbers.Select(IdOf).ToList());
    });

    public IAsyncEnumerable<(NctId Id, int Bytes)> SizesAsync(CancellationToken cancellation) =>
        ManyAsync(
            "SELECT s.nct, substr(v.json, 1, $head) FROM study s JOIN study_version v ON v.sequence = s.sequence ORDER BY s.nct",
            reader => (IdOf(reader.GetInt64(0)), ZstdFrameHead.ContentLength(reader.GetFieldValue<byte[]>(1))), cancellation, ("$head", ZstdFrameHead.MaxLength));

    public ValueTask<int> CountAsync(CancellationToken cancellation) => Scalar<int>("SELECT count(*) FROM study");

    public ValueTask<long> PublishedSequenceAsync(CancellationToken cancellation) => Scalar<long>("SELECT published FROM publication");

    public ValueTask<long> StoredSequenceAsync(CancellationToken cancellation) => Scalar<long>("SELECT assigned FROM publication");

    public ValueTask<int> UnpublishedAsync(CancellationToken cancellation) =>
        Scalar<int>("SELECT count(*) FROM study_version WHERE sequence > (SELECT published FROM publication)");

    public async ValueTask<string> LineageAsync(CancellationToken cancellation) => (await GetMetaAsync(LineageKey, cancellation))!;

    public ValueTask<string?> GetMetaAsync(string key, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        return new ValueTask<string?>(connection.ExecuteScalar<string?>("SELECT value FROM meta WHERE key = @key", new { key }));
    });

    public ValueTask SetMetaAsync(string key, string? value, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        connection.Execute(
            value is null ? "DELETE FROM meta WHERE key = @key" : "INSERT INTO meta (key, value) VALUES (@key, @value) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            new { key, value });
        return ValueTask.CompletedTask;
    });

    public bool IsReadOnly => database.IsReadOnly;

    public void Dispose() => database.Close();

    // The versions that belong to what readers see: those of the demo while it is shown, else the real ones.
    private const string PublishedVersions =
        """
        FROM study s
        JOIN study_version head ON head.sequence = s.sequence
        JOIN study_version v ON v.nct = s.nct AND (v.origin = 0) = (head.origin = 0) AND v.sequence <= head.sequence
        WHERE s.nct = $nct
        """;

    private ValueTask<T> Scalar<T>(string sql) => Guard(() =>
    {
        using var connection = database.Connect();
        return new ValueTask<T>(connection.ExecuteScalar<T>(sql)!);
    });

    private ValueTask<StoredStudy?> One(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        try
        {
            using var connection = database.Connect();
            using var command = Command(connection, sql, parameters);
            return new ValueTask<StoredStudy?>(OneOf(command));
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.Explain(e, database.File);
        }
    }

    private async IAsyncEnumerable<T> ManyAsync<T>(
        string sql, Func<SqliteDataReader, T> read, [EnumeratorCancellation] CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        // One open statement sees one moment of the database (WAL), however long it is read.
        using var connection = database.Connect();
        using var command = Command(connection, sql, parameters);
        using var reader = command.ExecuteReader();
        while (Guard(reader.Read))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return read(reader);
            await ValueTask.CompletedTask;
        }
    }

    private T Guard<T>(Func<T> work)
    {
        try
        {
            return work();
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.Explain(e, database.File);
        }
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is one of the constants of this class; values are always parameters
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private StoredStudy? OneOf(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        return reader.Read() ? StudyOf(reader) : null;
    }

    private StoredStudy StudyOf(SqliteDataReader reader) =>
        new(VersionOf(reader), packing.Unpack(reader.GetFieldValue<byte[]>(7)));

    private static List<StudyVersion> VersionsOf(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var versions = new List<StudyVersion>();
        while (reader.Read())
        {
            versions.Add(VersionOf(reader));
        }

        return versions;
    }

    private static StudyVersion VersionOf(DbDataReader reader) => new(
        IdOf(reader.GetInt64(0)), reader.GetInt32(1), reader.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
        reader.IsDBNull(4) ? null : PartialDate.Parse(reader.GetString(4)), (StudyOrigin)reader.GetInt32(5), Convert.ToHexStringLower(reader.GetFieldValue<byte[]>(6)));

    private static NctId IdOf(long number) => NctId.Parse(string.Create(CultureInfo.InvariantCulture, $"NCT{number:00000000}"));
}
