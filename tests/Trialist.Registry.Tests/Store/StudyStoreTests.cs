using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;

namespace Trialist.Registry.Store;

public sealed class StudyStoreTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    /// <summary>The replacement rule: dates of the record kept and of the one offered; "-" for none.</summary>
    [Theory]
    [InlineData("2024-01-02", "2024-01-03", UpsertOutcome.Updated)]
    [InlineData("2024-01-02", "2024-01-02", UpsertOutcome.Updated)] // derived parts change without a new date
    [InlineData("2024-01-02", "2024-01-01", UpsertOutcome.Unchanged)]
    [InlineData("2024-01-02", null, UpsertOutcome.Unchanged)]
    [InlineData(null, null, UpsertOutcome.Updated)]
    [InlineData(null, "2024-01-01", UpsertOutcome.Updated)]
    public async Task OfferedRecord_ReplacesOne_WhoseDateIsNotLater(string? kept, string? offered, UpsertOutcome expected)
    {
        using var registry = StudyRegistry.Open(folder.Path);
        await AddAsync(registry, TestStudy.Json(lastUpdate: kept, title: "Old"));

        Assert.Equal(expected, await AddAsync(registry, TestStudy.Json(lastUpdate: offered, title: "New")));

        var versions = await registry.Store.VersionsAsync(NctId.Parse("NCT00000001"), None);
        Assert.Equal(expected == UpsertOutcome.Updated ? 2 : 1, versions.Count);
        Assert.Equal(expected == UpsertOutcome.Updated ? "New" : "Old", (await FindAsync(registry))!.Study.BriefTitle);
    }

    [Fact]
    public async Task Changes_AfterASequence_AreThePresentVersionsOnly()
    {
        using var registry = StudyRegistry.Open(folder.Path);
        await AddAsync(registry, TestStudy.Json(lastUpdate: "2024-01-01", title: "Old"));
        await AddAsync(registry, TestStudy.Json(lastUpdate: "2024-01-02", title: "New"));

        var change = Assert.Single(await registry.Store.ChangesAsync(0, 10, None));
        Assert.Equal((2, 2), (change.Number, change.Sequence));
        Assert.Empty(await registry.Store.ChangesAsync(change.Sequence, 10, None));
    }

    [Fact]
    public async Task Change_CountsFromWhenItCameIntoSight_NotFromWhenItWasSeen()
    {
        var clock = new FakeTimeProvider(TestStudy.Now);
        using var registry = StudyRegistry.Open(folder.Path, clock);
        Assert.Null(await registry.Store.PublishedAtAsync(None));

        // An import begins, and a follower asks before it is done.
        await registry.Store.UpsertAsync([TestStudy.Incoming(registry.Store, TestStudy.Json())], None);
        clock.Advance(TimeSpan.FromMinutes(5));
        var asked = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromMinutes(5));
        await registry.Store.PublishAsync(None);

        Assert.Single(await registry.Store.ChangesAsync(await registry.Store.SequenceBeforeAsync(asked, None), 10, None));
        Assert.Single(await registry.Store.ChangesAsync(await registry.Store.SequenceBeforeAsync(clock.GetUtcNow(), None), 10, None));
        Assert.Empty(await registry.Store.ChangesAsync(await registry.Store.SequenceBeforeAsync(clock.GetUtcNow().AddMilliseconds(1), None), 10, None));
        Assert.Equal(clock.GetUtcNow(), await registry.Store.PublishedAtAsync(None));

        // Nothing new came: nothing came into sight.
        clock.Advance(TimeSpan.FromMinutes(5));
        await registry.Store.PublishAsync(None);
        Assert.Equal(TestStudy.Now.AddMinutes(10), await registry.Store.PublishedAtAsync(None));
    }

    [Fact]
    public async Task StoreOfBefore_CountsItsChangesFromWhenTheyWereSeen()
    {
        using (var registry = StudyRegistry.Open(folder.Path))
        {
            await registry.AddAsync([TestStudy.Json()], StudyOrigin.Import, TestStudy.Now, None);
            await registry.AddAsync([TestStudy.Json("NCT00000002")], StudyOrigin.Import, TestStudy.Now.AddDays(-30), None); // a version of long ago that came later
            await registry.AddAsync([TestStudy.Json("NCT00000003")], StudyOrigin.Import, TestStudy.Now.AddDays(1), None);
        }

        await using (var connection = new SqliteConnection($"Data Source={folder["registry.db"]};Pooling=False"))
        {
            connection.Open();
            await using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE publication_log; CREATE INDEX study_version_seen ON study_version (seen_at, sequence); PRAGMA user_version = 5";
            command.ExecuteNonQuery();
        }

        using var later = StudyRegistry.Open(folder.Path);
        Assert.Equal(TestStudy.Now.AddDays(1), await later.Store.PublishedAtAsync(None));
        Assert.Equal(0, await later.Store.SequenceBeforeAsync(TestStudy.Now, None));
        Assert.Equal(2, await later.Store.SequenceBeforeAsync(TestStudy.Now.AddHours(1), None));
        Assert.Equal(3, await later.Store.SequenceBeforeAsync(TestStudy.Now.AddDays(2), None));
    }

    [Fact]
    public async Task Publication_UnderAClockThatWasSetBack_IsNoEarlierThanTheOneBefore()
    {
        var clock = new FakeTimeProvider(TestStudy.Now);
        using (var registry = StudyRegistry.Open(folder.Path, clock))
        {
            await AddAsync(registry, TestStudy.Json());
        }

        using var later = StudyRegistry.Open(folder.Path, new FakeTimeProvider(TestStudy.Now.AddDays(-1)));
        await AddAsync(later, TestStudy.Json("NCT00000002"));

        Assert.Equal(TestStudy.Now, await later.Store.PublishedAtAsync(None));
        Assert.Equal(2, (await later.Store.ChangesAsync(await later.Store.SequenceBeforeAsync(TestStudy.Now, None), 10, None)).Count);
    }

    [Theory]
    [InlineData("{ \"protocolSection\" : {\"identificationModule\":{\"nctId\":\"NCT00000001\",\"briefTitle\":\"A\\u0020b\"}}}", UpsertOutcome.Unchanged)]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"A b"}},"derivedSection":{"miscInfoModule":{"versionHolder":"2026-01-01"}}}""", UpsertOutcome.Updated)]
    [InlineData("""{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"A bc"}}}""", UpsertOutcome.Updated)]
    public async Task SameContent_InOtherSpelling_IsUnchanged(string offered, UpsertOutcome expected)
    {
        using var registry = StudyRegistry.Open(folder.Path);
        await AddAsync(registry, """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"A b"}}}"""u8.ToArray());

        Assert.Equal(expected, await AddAsync(registry, Encoding.UTF8.GetBytes(offered)));
    }

    [Fact]
    public async Task StoredRecord_IsSeenByReaders_OnlyWhenPublished()
    {
        using var registry = StudyRegistry.Open(folder.Path);
        await registry.Store.UpsertAsync([TestStudy.Incoming(registry.Store, TestStudy.Json())], None);

        Assert.Null(await FindAsync(registry));
        Assert.Equal(0, await registry.Store.CountAsync(None));
        Assert.Equal(1, await registry.Store.UnpublishedAsync(None));

        await registry.Store.PublishAsync(None);

        Assert.NotNull(await FindAsync(registry));
        Assert.Equal(1, await registry.Store.CountAsync(None));
        Assert.Equal(0, await registry.Store.UnpublishedAsync(None));
    }

    [Fact]
    public async Task SeveralStudies_ComeInTheOrderAskedFor_AndUnknownOnesAreLeftOut()
    {
        using var registry = StudyRegistry.Open(folder.Path);
        await AddAsync(registry, TestStudy.Json("NCT00000001"));
        await AddAsync(registry, TestStudy.Json("NCT00000002"));

        string[] asked = ["NCT00000002", "NCT00000003", "NCT00000001"];
        var found = await registry.Store.FindEachAsync(asked.Select(id => NctId.Parse(id)), None).ToListAsync();

        Assert.Equal(["NCT00000002", "NCT00000001"], found.Select(study => study.Study.NctId.ToString()));
    }

    [Fact]
    public async Task RawJson_ComesBack_ByteForByte()
    {
        var json = "{ \"protocolSection\":{\"identificationModule\":{\"nctId\":\"nct1\"}},\n \"other\": [1.50, \"\\u00e9\"] }"u8.ToArray();
        using var registry = StudyRegistry.Open(folder.Path);
        await AddAsync(registry, json);

        Assert.Equal(json, (await FindAsync(registry))!.Json.ToArray());
    }

    [Fact]
    public async Task RealStudy_PushesOutTheDemo_WhichReadersSeeUntilThen()
    {
        using var registry = StudyRegistry.Open(folder.Path);
        await registry.AddAsync([TestStudy.Json("NCT99000001"), TestStudy.Json("NCT00000001", title: "Restated", lastUpdate: "2025-01-01")], StudyOrigin.Demo, TestStudy.Now, None);
        var seen = await registry.Store.PublishedSequenceAsync(None);
        Assert.Equal(2, await registry.Store.CountAsync(None));

        // The real record wins although the restated one bears a later date.
        Assert.Equal([UpsertOutcome.Added], await registry.Store.UpsertAsync([TestStudy.Incoming(registry.Store, TestStudy.Json(title: "Real"))], None));
        Assert.Equal("Restated", (await FindAsync(registry))!.Study.BriefTitle);

        await registry.Store.PublishAsync(None);
        Assert.Equal("Real", (await FindAsync(registry))!.Study.BriefTitle);
        Assert.Equal(1, await registry.Store.CountAsync(None));
        var now = await registry.Store.PublishedSequenceAsync(None);
        Assert.Equal(["NCT00000001"], (await registry.Store.ChangedAsync(seen, now, None).ToListAsync()).Select(study => study.NctId.ToString()));
        Assert.Equal(["NCT99000001"], (await registry.Store.RemovedAsync(seen, None)).Select(id => id.ToString()));
    }

    [Fact]
    public async Task Follower_ThatIsUpToDate_HearsNothing()
    {
        using var registry = StudyRegistry.Open(folder.Path);
        await AddAsync(registry, TestStudy.Json());

        Assert.Empty(await registry.Store.ChangedAsync(await registry.Store.PublishedSequenceAsync(None), long.MaxValue, None).ToListAsync());
    }

    [Fact]
    public async Task Store_OpenedAgain_HoldsWhatItHeld()
    {
        using (var registry = StudyRegistry.Open(folder.Path))
        {
            await AddAsync(registry, TestStudy.Json());
            await registry.Store.SetMetaAsync("source", "there", None);
        }

        using var again = StudyRegistry.Open(folder.Path);
        Assert.NotNull(await FindAsync(again));
        Assert.Equal("there", await again.Store.GetMetaAsync("source", None));
    }

    [Fact]
    public void FileThatIsNoStore_IsSaidInOneSentence()
    {
        File.WriteAllText(folder["registry.db"], "This is not a database, but it is long enough to look like one. " + new string('x', 4096));

        var failure = Assert.Throws<TrialistException>(() => StudyRegistry.Open(folder.Path));
        Assert.Contains("is damaged", failure.Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static async Task<UpsertOutcome> AddAsync(StudyRegistry registry, byte[] json) =>
        Assert.Single(await registry.AddAsync([json], StudyOrigin.Import, TestStudy.Now, None));

    private static ValueTask<StoredStudy?> FindAsync(StudyRegistry registry) => registry.Store.FindAsync(NctId.Parse("NCT00000001"), None);
}
