using System.Text;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store;

public sealed class RecordPackingTests : IDisposable
{
    private const int Records = 700; // enough for a dictionary
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task Records_FromBeforeAndAfterTheFirstDictionary_ReadBackAsTheyCame()
    {
        using (var registry = StudyRegistry.Open(folder["data"]))
        {
            await FillAsync(registry, 1, Records);
            await FillAsync(registry, Records + 1, 2 * Records);
            await AssertReadableAsync(registry, 2 * Records);
        }

        using var again = StudyRegistry.Open(folder["data"]);
        await AssertReadableAsync(again, 2 * Records);
        Assert.True(again.Store.Pack(Json(1)).Length * 2 < Packed(null, Json(1)).Length, "The dictionary saves little on records like those that it was trained on.");
    }

    [Fact]
    public async Task RecordsFromBeforeTheFirstDictionary_ArePackedAgainWhenTheWriterIsDone()
    {
        using var registry = StudyRegistry.Open(folder["data"]);

        await FillAsync(registry, 1, Records);

        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder["data"], "registry.db")};Mode=ReadOnly");
        Assert.DoesNotContain(0u, connection.Query<byte[]>("SELECT json FROM study_version").Select(packed => ZstdFrameHead.Dictionary(packed)));
        await AssertReadableAsync(registry, Records);
    }

    [Fact]
    public async Task ProcessThatOpenedTheStoreBeforeARestore_StillWritesRecordsThatAllCanRead()
    {
        using (var small = StudyRegistry.Open(folder["small"]))
        {
            await FillAsync(small, 1, 3);
            await small.BackupAsync(folder["backup"], None);
        }

        using var early = StudyRegistry.Open(folder["data"]);
        await FillAsync(early, 1, Records);
        using (var restoring = StudyRegistry.Open(folder["data"]))
        {
            await restoring.RestoreAsync(folder["backup"], None);
        }

        await FillAsync(early, 4, 5);

        using var late = StudyRegistry.Open(folder["data"]);
        await AssertReadableAsync(late, 5);
    }

    [Fact]
    public void TooFewRecords_GiveNoDictionary() => Assert.Null(RecordPacking.Train([Json(1)]));

    [Fact]
    public void MissingDictionary_IsSaid()
    {
        var packed = Packed(RecordPacking.Train(Enumerable.Range(1, Records).Select(Json)), Json(1));

        var failure = Assert.Throws<TrialistException>(() => new RecordPacking(_ => null).Unpack(packed));

        Assert.Contains("lacks the dictionary", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Packed(byte[]? dictionary, byte[] json)
    {
        var packing = new RecordPacking(_ => dictionary);
        packing.Use(dictionary);
        return packing.Pack(json);
    }

    private static byte[] Json(int number) => Encoding.UTF8.GetBytes(
        $$"""{"protocolSection":{"identificationModule":{"nctId":"NCT{{number:00000000}}","briefTitle":"Study {{number}} of {{number * 7919}}"},"statusModule":{"overallStatus":"RECRUITING"},"descriptionModule":{"briefSummary":"Participants {{number * 31}} are followed for {{number}} weeks, with the usual visits and the usual questions."} } }""");

    private static async Task FillAsync(StudyRegistry registry, int first, int last) =>
        await registry.AddAsync(Enumerable.Range(first, last - first + 1).Select(number => (ReadOnlyMemory<byte>)Json(number)), StudyOrigin.Import, TestStudy.Now, None);

    private static async Task AssertReadableAsync(StudyRegistry registry, int count)
    {
        var stored = await registry.Store.AllAsync(None).ToListAsync();
        Assert.Equal(count, stored.Count);
        Assert.All(stored, study => Assert.Equal(Json((int)study.NctId.Number), study.Json.ToArray()));
    }
}
