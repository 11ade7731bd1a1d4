using Lucene.Net.Store;
using Trialist.Search;

namespace Trialist.Registry.Indexing;

/// <summary>The index in use, kept up with what this or another process publishes.</summary>
internal sealed class LiveIndex(IndexFolder folder, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(1);

    private readonly System.Threading.Lock moving = new();
    private volatile Opened? current;
    private Opened? previous; // kept until the next swap: a caller may be about to search it
    private long lookedAt;

    /// <summary>The newest index; null when there is none.</summary>
    public StudyIndex? Newest()
    {
        if (current is { } opened && time.GetElapsedTime(Interlocked.Read(ref lookedAt)) < LookEvery)
        {
            return opened.Index;
        }

        lock (moving)
        {
            Move();
            Interlocked.Exchange(ref lookedAt, time.GetTimestamp());
            return current?.Index;
        }
    }

    public void Dispose()
    {
        lock (moving)
        {
            current?.Dispose();
            previous?.Dispose();
            (current, previous) = (null, null);
        }
    }

    private void Move()
    {
        if (folder.Current is not { } generation)
        {
            return;
        }

        if (current?.Generation == generation)
        {
            current.Index.Refresh();
            return;
        }

        var directory = folder.Open(generation);
        var next = new Opened(generation, directory, StudyIndex.Open(directory));
        previous?.Dispose();
        (previous, current) = (current, next);
    }

    private sealed record Opened(string Generation, FSDirectory Directory, StudyIndex Index) : IDisposable
    {
        public void Dispose()
        {
            Index.Dispose();
            Directory.Dispose();
        }
    }
}
