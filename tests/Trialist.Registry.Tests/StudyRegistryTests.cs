using Trialist.Registry.Indexing;
using Trialist.Search;

namespace Trialist.Registry;

public sealed class StudyRegistryTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task ImportedStudies_AreFound_AlsoByAProcessThatRanBefore()
    {
        using var serving = StudyRegistry.Open(folder["data"]);
        await serving.AddAsync([TestStudy.Json("NCT99000001", title: "Demo of asthma")], StudyOrigin.Demo, TestStudy.Now, None);
        Assert.Equal(1, await CountAsync(serving, "asthma"));

        await ImportAsync(TestStudy.Json("NCT00000001", title: "Asthma in adults"), TestStudy.Json("NCT00000002", title: "Asthma in children"));

        // What was published in another process shows within five seconds.
        await WaitUntilAsync(async () => await CountAsync(serving, "asthma") == 2);
        Assert.Equal(2, (await serving.IndexAsync(None)).Count);
    }

    [Fact]
    public async Task InterruptedImport_IsNotSeen_AndTheNextImportPublishesIt()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        await ImportAsync(TestStudy.Json("NCT00000001", title: "First"));
        await registry.Store.UpsertAsync([TestStudy.Incoming(registry.Store, TestStudy.Json("NCT00000002", title: "Second"))], None); // as a killed import leaves it
        Assert.Equal(0, await CountAsync(registry, "second"));

        await ImportAsync(TestStudy.Json("NCT00000001", title: "First"));

        using var again = StudyRegistry.Open(folder["data"]);
        Assert.Equal(1, await CountAsync(again, "second"));
        Assert.Equal(2, await again.Store.CountAsync(None));
    }

    [Fact]
    public async Task IndexBehindTheStore_CatchesUpWhenItIsOpened()
    {
        await ImportAsync(TestStudy.Json("NCT00000001", title: "First"));
        using (var killed = StudyRegistry.Open(folder["data"]))
        {
            // As a process leaves it that was killed between publishing and the index's commit.
            await killed.Store.UpsertAsync([TestStudy.Incoming(killed.Store, TestStudy.Json("NCT00000002", title: "Second"))], None);
            await killed.Store.PublishAsync(None);
        }

        using var registry = StudyRegistry.Open(folder["data"]);
        Assert.Equal(1, await CountAsync(registry, "second"));
    }

    [Theory]
    [InlineData("index/1/segments.gen", true)]
    [InlineData("index/current", true)]
    [InlineData("index", false)]
    public async Task LostIndex_IsBuiltAgain(string what, bool isFile)
    {
        await ImportAsync(TestStudy.Json("NCT00000001", title: "First"));
        var path = Path.Combine(folder["data"], what);
        if (isFile)
        {
            File.Delete(path);
        }
        else
        {
            Directory.Delete(path, recursive: true);
        }

        using var registry = StudyRegistry.Open(folder["data"]);
        Assert.Equal(1, await CountAsync(registry, "first"));
    }

    [Fact]
    public async Task DamagedIndex_IsBuiltAgain()
    {
        await ImportAsync(TestStudy.Json("NCT00000001", title: "First"));
        foreach (var segments in Directory.EnumerateFiles(Path.Combine(folder["data"], "index", "1"), "segments_*"))
        {
            await File.WriteAllTextAsync(segments, "damaged");
        }

        using var registry = StudyRegistry.Open(folder["data"]);
        Assert.Equal(1, await CountAsync(registry, "first"));
    }

    [Fact]
    public async Task Reindex_SwapsTheIndex_UnderAProcessThatSearches()
    {
        await ImportAsync(TestStudy.Json("NCT00000001", title: "First"));
        using var serving = StudyRegistry.Open(folder["data"]);
        var old = await serving.IndexAsync(None);

        using (var registry = StudyRegistry.Open(folder["data"]))
        {
            await registry.ReindexAsync(None);
        }

        Assert.Equal("2", new IndexFolder(folder["data"]).Current);
        await WaitUntilAsync(async () => !ReferenceEquals(old, await serving.IndexAsync(None)));
        Assert.Equal(1, await CountAsync(serving, "first"));
        Assert.Equal(1, old.Count); // a search that had begun goes on
    }

    [Fact]
    public async Task SecondWriter_IsToldWhoWrites()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        using var writing = WriterLock.Take(folder["data"]);

        var failure = await Assert.ThrowsAsync<TrialistException>(() => ImportAsync(TestStudy.Json()));

        Assert.Equal($"Another program (process {Environment.ProcessId}) is writing to '{folder["data"]}': wait until it is done.", failure.Message);
        Assert.Equal(0, await registry.Store.CountAsync(None)); // readers do not wait
    }

    [Fact]
    public async Task FullDisk_IsSaid_AndTheStoreKeepsWhatItHad()
    {
        using var small = SmallDisk.Mount(folder["small"], kilobytes: 8 * 1024);
        using (var before = StudyRegistry.Open(folder["small/data"]))
        {
            await before.AddAsync([TestStudy.Json("NCT00000001")], StudyOrigin.Import, TestStudy.Now, None);
        }

        Fill(folder["small/others"]);

        var failure = await Assert.ThrowsAsync<TrialistException>(async () =>
        {
            using var registry = StudyRegistry.Open(folder["small/data"]);
            await registry.AddAsync([TestStudy.Json("NCT00000002")], StudyOrigin.Import, TestStudy.Now, None);
        });

        Assert.Equal($"The disk is full: the store '{folder["small/data/registry.db"]}' keeps what it had.", failure.Message);
        File.Delete(folder["small/others"]);
        using var again = StudyRegistry.Open(folder["small/data"]);
        Assert.Equal(1, await again.Store.CountAsync(None));
    }

    [Fact]
    public async Task FullDiskOfTheIndex_IsSaid_AndWhatWasStoredIsFoundOnceThereIsRoom()
    {
        Directory.CreateDirectory(folder["data/index"]);
        using (SmallDisk.Mount(folder["data/index"], kilobytes: 32))
        {
            using var registry = StudyRegistry.Open(folder["data"]);

            var failure = await Assert.ThrowsAsync<TrialistException>(() => ImportAsync(TestStudy.Json()));

            Assert.Equal($"The disk is full: the search index '{folder["data/index"]}' keeps what it had. What was stored is found once there is room and 'trialist reindex' has run.", failure.Message);
            Assert.Equal(1, await registry.Store.CountAsync(None));
        }

        using var again = StudyRegistry.Open(folder["data"]);
        await again.ReindexAsync(None);
        Assert.Equal(1, (await again.IndexAsync(None)).Count);
    }

    public void Dispose() => folder.Dispose();

    private static void Fill(string file)
    {
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                stream.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Now it is full.
        }
    }

    private async Task ImportAsync(params byte[][] records)
    {
        await File.WriteAllLinesAsync(folder["studies.ndjson"], records.Select(System.Text.Encoding.UTF8.GetString));
        using var registry = StudyRegistry.Open(folder["data"]);
        await registry.ImportAsync([folder["studies.ndjson"]], TestStudy.Now, null, None);
    }

    private static async Task<int> CountAsync(StudyRegistry registry, string word) =>
        (int)(await registry.IndexAsync(None)).Search(new StudyQuery { Text = word }).Total;

    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 50 && !await condition(); i++)
        {
            await Task.Delay(100);
        }

        Assert.True(await condition());
    }
}
