using System.Globalization;
using Lucene.Net.Store;
using Trialist.Search;

namespace Trialist.Registry.Indexing;

/// <summary>Brings the search index in step with the store. What is put is seen by nobody before <see cref="CommitAsync"/>, and forgotten when that never comes.</summary>
internal sealed class IndexFeed : IDisposable
{
    private const string SequenceKey = "trialist.sequence";
    private const string LineageKey = "trialist.lineage";

    private readonly IStudyStore store;
    private readonly IndexFolder folder;
    private readonly string lineage;
    private readonly string generation;
    private readonly FSDirectory directory;
    private readonly StudyIndexWriter writer;
    private readonly bool isNew;
    private readonly long indexed;

    private IndexFeed(IStudyStore store, IndexFolder folder, string lineage, string generation, FSDirectory directory, bool isNew)
    {
        (this.store, this.folder, this.lineage, this.generation, this.directory, this.isNew) = (store, folder, lineage, generation, directory, isNew);
        indexed = isNew ? 0 : SequenceOf(directory);
        writer = new StudyIndexWriter(directory, rebuild: isNew);
    }

    /// <summary>Goes on with the index in use, or begins a new one where there is none that fits the store and this program.</summary>
    public static async Task<IndexFeed> OpenAsync(IStudyStore store, IndexFolder folder, CancellationToken cancellation)
    {
        if (folder.Current is { } current && await IndexedSequenceAsync(store, folder, current, cancellation) is { } sequence
            && sequence <= await store.PublishedSequenceAsync(cancellation))
        {
            return new IndexFeed(store, folder, await store.LineageAsync(cancellation), current, folder.OpenToWrite(current), isNew: false);
        }

        return await OpenNewAsync(store, folder, cancellation);
    }

    /// <summary>Begins a new index beside the one in use.</summary>
    public static async Task<IndexFeed> OpenNewAsync(IStudyStore store, IndexFolder folder, CancellationToken cancellation)
    {
        var next = folder.Next;
        return new IndexFeed(store, folder, await store.LineageAsync(cancellation), next, folder.Begin(next), isNew: true);
    }

    /// <summary>The last change of the store that an index knows; null when it cannot be used with this store or by this program.</summary>
    public static async Task<long?> IndexedSequenceAsync(IStudyStore store, IndexFolder folder, string generation, CancellationToken cancellation)
    {
        var ours = await store.LineageAsync(cancellation);
        try
        {
            using var opened = folder.Open(generation);
            return StudyIndexWriter.IsCurrent(opened) && StudyIndex.ReadCommit(opened).GetValueOrDefault(LineageKey) == ours ? SequenceOf(opened) : null;
        }
        catch (Exception e) when (e is IOException or Lucene.Net.Index.IndexFormatTooOldException)
        {
            // Damaged (CorruptIndexException is an IOException) or gone: it is a copy and can be built again.
            return null;
        }
    }

    public void Put(IncomingStudy incoming) => writer.Put(incoming.Study, store.Unpack(incoming.Packed.Span));

    /// <summary>Brings in what the store published and the index does not have, and shows all of it to searches at once.</summary>
    /// <param name="alreadyPut">Changes after this sequence number were put by the caller.</param>
    /// <param name="cancellation">Stops while it catches up; then nothing is shown.</param>
    /// <exception cref="TrialistException">The disk is full.</exception>
    public async Task CommitAsync(long alreadyPut, CancellationToken cancellation)
    {
        try
        {
            await WriteAsync(alreadyPut, cancellation);
        }
        catch (IOException e) when (FullDisk.IsReasonOf(e))
        {
            throw new TrialistException($"The disk is full: the search index '{folder}' keeps what it had. What was stored is found once there is room and 'trialist reindex' has run.", e);
        }
    }

    private async Task WriteAsync(long alreadyPut, CancellationToken cancellation)
    {
        var published = await store.PublishedSequenceAsync(cancellation);
        if (indexed < alreadyPut)
        {
            await CatchUpAsync(alreadyPut, cancellation);
        }

        foreach (var id in await store.RemovedAsync(indexed, cancellation))
        {
            writer.Delete(id);
        }

        writer.Commit(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [SequenceKey] = published.ToString(CultureInfo.InvariantCulture),
            [LineageKey] = lineage,
        });
        if (isNew)
        {
            folder.Use(generation);
        }
    }

    public void Dispose()
    {
        writer.Dispose();
        directory.Dispose();
    }

    // Reading and indexing a study is work for all cores; each study comes once, so that their order does not matter.
    private Task CatchUpAsync(long upTo, CancellationToken cancellation) => Parallel.ForEachAsync(
        store.ChangedAsync(indexed, upTo, cancellation), cancellation, (stored, _) =>
        {
            writer.Put(stored.Study, stored.Json);
            return ValueTask.CompletedTask;
        });

    private static long SequenceOf(Lucene.Net.Store.Directory directory) =>
        long.TryParse(StudyIndex.ReadCommit(directory).GetValueOrDefault(SequenceKey), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence : 0;
}
