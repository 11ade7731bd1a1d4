using Lucene.Net.Store;

namespace Trialist.Search.Tests.Indexing;

/// <summary>A study stands in the index once, as it was put last, wherever its versions were gathered and written.</summary>
public sealed class StudyIndexWriterTests
{
    private const long OneAtATime = 1; // every study is written at once
    private const long All = long.MaxValue; // only a commit writes

    [Theory]
    [InlineData("1a", "1a")]
    [InlineData("1a 1b", "1b")]
    [InlineData("1a 2a 1b", "1b 2a")]
    [InlineData("1a | 1b", "1b")]
    [InlineData("1a 1- ", "")]
    [InlineData("1a 1- 1b", "1b")]
    [InlineData("1a | 1-", "")]
    [InlineData("1a 2a | 1- 1b 2b 2- | 3a", "1b 3a")]
    [InlineData("1a | 1b | 1c 1d", "1d")]
    [InlineData("1a / 1b 2a", "1b 2a")] // by another writer of the same index
    [InlineData("1a 2a / 1- 2b 2c", "2c")]
    [InlineData("1- 1a / 1-", "")]
    public void Study_PutAndDeleted_IsAsItWasLast(string steps, string expected)
    {
        foreach (var mostGathered in new[] { OneAtATime, All })
        {
            using var directory = new RAMDirectory();
            foreach (var session in steps.Split('/'))
            {
                using var writer = new StudyIndexWriter(directory) { MostGathered = mostGathered };
                foreach (var step in session.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                {
                    Take(step, writer);
                }

                writer.Commit(new Dictionary<string, string>());
            }

            Assert.Equal(expected, Held(directory));
        }
    }

    [Fact]
    public async Task Study_PutByManyThreads_StandsThereOnce()
    {
        const int Threads = 4, Rounds = 60, Studies = 5;
        using var directory = new RAMDirectory();
        using (var writer = new StudyIndexWriter(directory) { MostGathered = 20_000 })
        {
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(thread => Task.Run(() =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    writer.Put(Registry.Study((round + thread) % Studies, $"Version {thread}"));
                }
            })));
            writer.Commit(new Dictionary<string, string>());
        }

        using var index = StudyIndex.Open(directory);
        Assert.Equal(Studies, index.Count);
        Assert.Equal(Studies, index.Search(new StudyQuery { Text = "version" }).Total);
    }

    [Fact]
    public void Study_WithABrokenRecord_LeavesTheOthersAsTheyAre()
    {
        using var directory = new RAMDirectory();
        using (var writer = new StudyIndexWriter(directory))
        {
            writer.Put(Registry.Study(1, "One"));
            Assert.ThrowsAny<Exception>(() => writer.Put(Registry.Study(2, "Two"), "{\"protocolSection\": {\"identificationModule\": "u8.ToArray()));
            writer.Put(Registry.Study(3, "Three"));
            writer.Commit(new Dictionary<string, string>());
        }

        Assert.Equal("1One 3Three", Held(directory));
    }

    private static void Take(string step, StudyIndexWriter writer)
    {
        if (step == "|")
        {
            writer.Commit(new Dictionary<string, string>());
        }
        else if (step[1] == '-')
        {
            writer.Delete(Registry.Study(step[0] - '0', "").NctId);
        }
        else
        {
            writer.Put(Registry.Study(step[0] - '0', step[1..]));
        }
    }

    private static string Held(RAMDirectory directory)
    {
        using var index = StudyIndex.Open(directory);
        var rows = index.Search(new StudyQuery()).Hits.Select(hit => $"{hit.Row.NctId[^1]}{hit.Row.Title}").Order(StringComparer.Ordinal).ToList();
        Assert.Equal(rows.Count, index.Count);
        return string.Join(' ', rows);
    }
}
