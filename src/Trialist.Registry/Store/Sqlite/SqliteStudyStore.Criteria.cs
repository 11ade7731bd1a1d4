using Dapper;
using Microsoft.Data.Sqlite;
using Trialist.Registry.Readings;

namespace Trialist.Registry.Store.Sqlite;

/// <content>Criteria documents.</content>
internal sealed partial class SqliteStudyStore
{
    private const int DocumentColumn = 8; // after the columns of a study

    private const string KeptTimes = "criteria.kept";

    private const string Current = "FROM study s JOIN study_version v ON v.sequence = s.sequence";

    private const string OfCurrent = "LEFT JOIN criteria_document c ON c.nct = v.nct AND c.version = v.version AND c.engine = $engine";

    private const int LongestDocument = 64 * 1024 * 1024; // ten times what a record of the largest size could give

    private static readonly ZstdCodec Documents = new(null);

    public ValueTask<ReadOnlyMemory<byte>?> FindCriteriaAsync(NctId id, int version, string engine, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        var packed = connection.ExecuteScalar<byte[]?>(
            "SELECT document FROM criteria_document WHERE nct = @nct AND version = @version AND engine = @engine", new { nct = id.Number, version, engine });
        return new ValueTask<ReadOnlyMemory<byte>?>(Document(packed));
    });

    public IAsyncEnumerable<StoredReading> ReadingsAsync(string engine, CancellationToken cancellation) =>
        ManyAsync($"SELECT {VersionColumns}, v.json, c.document {Current} {OfCurrent} ORDER BY s.nct", ReadingOf, cancellation, ("$engine", engine));

    public IAsyncEnumerable<StoredStudy> UnreadAsync(string engine, CancellationToken cancellation) =>
        ManyAsync($"SELECT {VersionColumns}, v.json {Current} {OfCurrent} WHERE c.nct IS NULL ORDER BY s.nct", StudyOf, cancellation, ("$engine", engine));

    public ValueTask<int> CountUnreadAsync(string engine, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        return new ValueTask<int>(connection.ExecuteScalar<int>($"SELECT count(*) {Current} {OfCurrent} WHERE c.nct IS NULL", new Dictionary<string, object> { ["engine"] = engine }));
    });

    public ValueTask KeepCriteriaAsync(IReadOnlyList<KeptCriteria> batch, string engine, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var kept in batch)
        {
            connection.Execute(
                """
                INSERT INTO criteria_document (nct, version, engine, document, terms) VALUES (@nct, @version, @engine, @document, @terms)
                ON CONFLICT (nct, version, engine) DO UPDATE SET document = excluded.document, terms = excluded.terms
                """,
                new { nct = kept.NctId.Number, version = kept.Version, engine, document = kept.Json.IsEmpty ? [] : Documents.Pack(kept.Json.Span), terms = kept.Terms.ToArray() },
                transaction);
        }

        connection.Execute(
            "INSERT INTO meta (key, value) VALUES (@key, '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1", new { key = KeptTimes }, transaction);
        transaction.Commit();
        return ValueTask.CompletedTask;
    });

    public ValueTask<string> CriteriaStateAsync(string engine, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        return new ValueTask<string>(connection.ExecuteScalar<string>(
            "SELECT @engine || ' ' || published || ' ' || coalesce((SELECT value FROM meta WHERE key = @key), '0') FROM publication", new { engine, key = KeptTimes })!);
    });

    public IAsyncEnumerable<(NctId Id, ReadOnlyMemory<byte> Terms)> CriteriaTermsAsync(string engine, CancellationToken cancellation) =>
        ManyAsync(
            $"SELECT v.nct, c.terms {Current} JOIN criteria_document c ON c.nct = v.nct AND c.version = v.version AND c.engine = $engine WHERE length(c.terms) > 0 ORDER BY s.nct",
            reader => (IdOf(reader.GetInt64(0)), (ReadOnlyMemory<byte>)reader.GetFieldValue<byte[]>(1)), cancellation, ("$engine", engine));

    public ValueTask ForgetCriteriaExceptAsync(string engine, CancellationToken cancellation) => Guard(() =>
    {
        using var connection = database.Connect();
        connection.Execute("DELETE FROM criteria_document WHERE engine <> @engine", new { engine });
        return ValueTask.CompletedTask;
    });

    private StoredReading ReadingOf(SqliteDataReader reader) =>
        new(StudyOf(reader), Document(reader.IsDBNull(DocumentColumn) ? null : reader.GetFieldValue<byte[]>(DocumentColumn)));

    private static ReadOnlyMemory<byte>? Document(byte[]? packed) => packed switch
    {
        null => default(ReadOnlyMemory<byte>?), // not kept is not the same as kept and empty
        [] => ReadOnlyMemory<byte>.Empty,
        _ => Documents.Unpack(packed, LongestDocument),
    };
}
