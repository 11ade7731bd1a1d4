using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <content>Compression of the raw records.</content>
internal sealed partial class SqliteStudyStore
{
    private const int Samples = 512;

    // The first dictionary comes early, so that small stores gain too; the second has seen more records and more kinds of them.
    private static readonly long[] TrainAt = [256, 16 * Samples];

    private readonly RecordPacking packing;
    private bool untrainable; // these records give no dictionary; the next process may try again

    public byte[] Pack(ReadOnlySpan<byte> json) => packing.Pack(json);

    public byte[] Unpack(ReadOnlySpan<byte> packed) => packing.Unpack(packed);

    private byte[]? FindDictionary(uint number)
    {
        using var connection = database.Connect();
        return connection.ExecuteScalar<byte[]?>("SELECT dictionary FROM packing_dictionary WHERE number = @number", new { number = (long)number });
    }

    private void UseNewestDictionary(SqliteConnection connection) =>
        packing.Use(connection.ExecuteScalar<byte[]?>("SELECT dictionary FROM packing_dictionary ORDER BY made DESC LIMIT 1"));

    // Called by the writer before a batch, while others work on the batch before, and once more before it publishes: a small store may then have all its records.
    private void TrainWhenDue(SqliteConnection connection)
    {
        var sequence = connection.ExecuteScalar<long>("SELECT assigned FROM publication");
        var made = connection.ExecuteScalar<int>("SELECT count(*) FROM packing_dictionary");
        if (untrainable || made == TrainAt.Length || sequence < TrainAt[made])
        {
            return;
        }

        var samples = connection.Query<byte[]>(
            "SELECT json FROM study_version WHERE sequence % @step = 0 ORDER BY sequence LIMIT @limit",
            new { step = Math.Max(1, sequence / Samples), limit = Samples }, buffered: false);
        if (RecordPacking.Train(samples.Select(packed => packing.Unpack(packed))) is not { } dictionary)
        {
            untrainable = true;
            return;
        }

        KeepDictionary(connection, dictionary);
        packing.Use(dictionary); // only now that it is kept: whatever is packed with it can be read again
        if (made == 0 && sequence <= TrainAt[^1])
        {
            PackAgain(connection);
        }
    }

    private static void KeepDictionary(SqliteConnection connection, byte[] dictionary) => connection.Execute(
        "INSERT INTO packing_dictionary (number, dictionary) VALUES (@number, @dictionary) ON CONFLICT (number) DO NOTHING",
        new { number = (long)RecordPacking.NumberOf(dictionary), dictionary });

    // A process that opened the store before a restore may still pack with the store's dictionaries; they stay.
    private void KeepDictionaries(string staged) => Guard(() =>
    {
        using var present = database.Connect();
        using var restored = OpenAlone(staged, SqliteOpenMode.ReadWrite);
        foreach (var dictionary in present.Query<byte[]>("SELECT dictionary FROM packing_dictionary"))
        {
            KeepDictionary(restored, dictionary);
        }

        return true;
    });

    // What came before the first dictionary is little, and all there is in a small store.
    private void PackAgain(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var sequence in connection.Query<long>("SELECT sequence FROM study_version ORDER BY sequence", transaction: transaction).ToList())
        {
            var packed = connection.ExecuteScalar<byte[]>("SELECT json FROM study_version WHERE sequence = @sequence", new { sequence }, transaction)!;
            connection.Execute("UPDATE study_version SET json = @json WHERE sequence = @sequence", new { sequence, json = packing.Pack(packing.Unpack(packed)) }, transaction);
        }

        transaction.Commit();
    }
}
