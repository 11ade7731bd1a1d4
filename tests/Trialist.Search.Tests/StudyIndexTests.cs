using Lucene.Net.Store;

namespace Trialist.Search.Tests;

/// <summary>Writing, committing, refreshing.</summary>
public sealed class StudyIndexTests
{
    [Fact]
    public void Index_BeforeCommit_ShowsNothingNew_AfterRefreshShowsAll()
    {
        using var registry = Registry.Of(Registry.Study(1, "Asthma"), Registry.Study(2, "Eczema"));

        registry.Writer.Put(Registry.Study(1, "Gout"));
        registry.Writer.Delete(NctId.Parse("NCT99000002"));
        registry.Writer.Put(Registry.Study(3, "Asthma again"));
        Assert.False(registry.Index.Refresh());
        Assert.Equal(["01"], registry.Ids("asthma"));

        registry.Writer.Commit(new Dictionary<string, string> { ["sequence"] = "2" });
        Assert.Equal(["01"], registry.Ids("asthma"));
        Assert.True(registry.Index.Refresh());

        Assert.Equal(["03"], registry.Ids("asthma"));
        Assert.Equal(["01"], registry.Ids("gout"));
        Assert.Empty(registry.Ids("eczema"));
        Assert.Equal(2, registry.Index.Count);
        Assert.Equal("2", registry.Index.UserData["sequence"]);
        Assert.Equal("2", StudyIndex.ReadCommit(registry.Directory)["sequence"]);
    }

    [Fact]
    public void Directory_Empty_IsSaidInASentence()
    {
        using var directory = new RAMDirectory();

        Assert.Contains("reindex", Assert.Throws<TrialistException>(() => StudyIndex.Open(directory)).Message);
    }

    [Fact]
    public void Writer_SecondOne_IsRefusedInASentence()
    {
        using var registry = Registry.Of(Registry.Study(1, "Asthma"));

        Assert.Contains("another process", Assert.Throws<TrialistException>(() => new StudyIndexWriter(registry.Directory)).Message);
    }

    [Fact]
    public async Task Searches_DuringRefreshes_SeeWholeStates()
    {
        using var registry = Registry.Of(Registry.Study(1, "Asthma"));
        using var stop = new CancellationTokenSource();
        var searches = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                Assert.Equal(1, registry.Index.Search(new StudyQuery { Text = "asthma", WithFacets = true }).Total);
            }
        })).ToArray();

        for (var i = 0; i < 30; i++)
        {
            registry.Writer.Put(Registry.Study(1, $"Asthma {i}"));
            registry.Writer.Commit(new Dictionary<string, string>());
            Assert.True(registry.Index.Refresh());
        }

        await stop.CancelAsync();
        await Task.WhenAll(searches);
    }
}
