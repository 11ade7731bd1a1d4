using Lucene.Net.Store;
using Trialist.Registry;
using Trialist.Search;

namespace Trialist.Web.Finding;

/// <summary>The search index over the registry, kept in memory and brought up to date when something was published.</summary>
internal sealed class Finder(StudyRegistry registry) : IDisposable
{
    private readonly RAMDirectory directory = new();
    private readonly SemaphoreSlim building = new(1, 1);
    private StudyIndex? index;
    private long seen = -1;

    public async ValueTask<StudyIndex> IndexAsync(CancellationToken cancellation)
    {
        if (index is { } current && seen == await registry.Store.PublishedSequenceAsync(cancellation))
        {
            return current;
        }

        await building.WaitAsync(cancellation);
        try
        {
            var sequence = await registry.Store.PublishedSequenceAsync(cancellation);
            if (index is null || seen != sequence)
            {
                using var writer = new StudyIndexWriter(directory);
                await foreach (var change in registry.Store.ChangedSinceAsync(Math.Max(0, seen), cancellation))
                {
                    if (change.Study is { } study)
                    {
                        writer.Put(study.Study);
                    }
                    else
                    {
                        writer.Delete(change.NctId);
                    }
                }

                writer.Commit(new Dictionary<string, string>());
                index ??= StudyIndex.Open(directory);
                index.Refresh();
                seen = sequence;
            }

            return index;
        }
        finally
        {
            building.Release();
        }
    }

    public void Dispose()
    {
        index?.Dispose();
        directory.Dispose();
        building.Dispose();
    }
}
