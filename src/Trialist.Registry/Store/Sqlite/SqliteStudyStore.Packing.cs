using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <content>Compression of the raw records.</content>
internal sealed partial class SqliteStudyStore
{
    private const int Samples = 512;
    private const int Fewest = 256; // records of a store that gets a dictionary
    private const int Early = 4096; // records among which are all that came before the first dictionary
    private const int PackedAtOnce = 256; // records a transaction: a writer beside waits for milliseconds

    // Trained beside an import when it has brought so many records: the first soon, the second has seen more of them and more kinds. An import that ends before has better to do:
    // its dictionary is trained behind it, when all can be searched.
    private static readonly long[] TrainAt = [4 * Samples, 16 * Samples];

    private readonly RecordPacking packing;
    private Task? training; // goes on beside an import; the writer takes up what it gave
    private byte[]? trained;
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

    // Called by the writer before a batch, and once more before it publishes: a small store may then have all its records.
    private void TrainWhenDue(SqliteConnection connection)
    {
        TakeUp(connection);
        var sequence = connection.ExecuteScalar<long>("SELECT assigned FROM publication");
        var made = DictionariesOf(connection);
        if (training is not null || untrainable || made == TrainAt.Length || sequence < TrainAt[made])
        {
            return;
        }

        Train(connection, sequence);
    }

    private void Train(SqliteConnection connection, long sequence)
    {
        var samples = connection.Query<byte[]>(
            "SELECT json FROM study_version WHERE sequence % @step = 0 ORDER BY sequence LIMIT @limit",
            new { step = Math.Max(1, sequence / Samples), limit = Samples }).ToList();
        training = Task.Run(() => trained = RecordPacking.Train(samples.Select(packed => packing.Unpack(packed))));
    }

    private void TakeUp(SqliteConnection connection)
    {
        if (training is not { IsCompleted: true })
        {
            return;
        }

        training = null;
        if (trained is not { } dictionary)
        {
            untrainable = true;
            return;
        }

        KeepDictionary(connection, dictionary);
        packing.Use(dictionary); // only now that it is kept: whatever is packed with it can be read again
        trained = null;
    }

    private static int DictionariesOf(SqliteConnection connection) => connection.ExecuteScalar<int>("SELECT count(*) FROM packing_dictionary");

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

    public async ValueTask TidyAsync(CancellationToken cancellation)
    {
        Guard(() =>
        {
            using var connection = database.Connect();
            TakeUp(connection);
            var stored = connection.ExecuteScalar<long>("SELECT assigned FROM publication");
            if (training is null && !untrainable && stored >= Fewest && DictionariesOf(connection) == 0)
            {
                Train(connection, stored);
            }

            return true;
        });
        if (training is { } running)
        {
            await running.WaitAsync(cancellation);
        }

        Guard(() =>
        {
            using var connection = database.Connect();
            TakeUp(connection);
            if (DictionariesOf(connection) > 0)
            {
                foreach (var some in WithoutDictionary(connection).Chunk(PackedAtOnce))
                {
                    cancellation.ThrowIfCancellationRequested();
                    PackAgain(connection, some);
                }
            }

            return true;
        });
    }

    private static List<long> WithoutDictionary(SqliteConnection connection) =>
    [
        .. connection.Query<(long Sequence, byte[] Head)>(
                "SELECT sequence, substr(json, 1, @head) FROM study_version WHERE sequence <= @last", new { head = ZstdFrameHead.MaxLength, last = Early })
            .Where(version => ZstdFrameHead.Dictionary(version.Head) == 0).Select(version => version.Sequence),
    ];

    private void PackAgain(SqliteConnection connection, long[] sequences)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        foreach (var sequence in sequences)
        {
            var packed = connection.ExecuteScalar<byte[]>("SELECT json FROM study_version WHERE sequence = @sequence", new { sequence }, transaction)!;
            connection.Execute("UPDATE study_version SET json = @json WHERE sequence = @sequence", new { sequence, json = packing.Pack(packing.Unpack(packed)) }, transaction);
        }

        transaction.Commit();
    }
}
