using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Indexing;
using Trialist.Terminology;
using Directory = Lucene.Net.Store.Directory;

namespace Trialist.Search;

/// <summary>Writes studies into a search index. Several threads may put and delete at the same time; readers see nothing before <see cref="Commit"/>.</summary>
public sealed class StudyIndexWriter : IDisposable
{
    private const double BufferMegabytes = 64; // in memory until it becomes a segment
    private const int MostHelpers = 3;
    private const long WorthHelp = 4 * 1024 * 1024; // a smaller commit does without helpers
    private static readonly TimeSpan LookForSegments = TimeSpan.FromMilliseconds(1);

    private readonly IndexWriter writer;
    private readonly KeywordAnalyzer analyzer = new();
    private readonly ThreadLocal<StudyDocument> documents = new(() => new StudyDocument());

    /// <summary>Opens the index of a directory for writing, or begins one in an empty directory.</summary>
    /// <param name="directory">Where the index lives; stays the caller's to dispose.</param>
    /// <param name="rebuild">True to begin anew, whatever the directory holds.</param>
    /// <exception cref="TrialistException">Another process writes to the index, or its layout is of another version.</exception>
    public StudyIndexWriter(Directory directory, bool rebuild = false)
    {
        if (!rebuild && !IsCurrent(directory))
        {
            throw new TrialistException("The search index was made by another version of Trialist: rebuild it with 'trialist reindex'.");
        }

        // Nothing is analyzed by Lucene: words arrive split (PieceStream), so the analyzer is never asked.
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            RAMBufferSizeMB = BufferMegabytes,
            MaxThreadStates = Environment.ProcessorCount, // each gathers a segment of its own
            OpenMode = rebuild ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            Similarity = StudySimilarity.Instance,
        };
        try
        {
            writer = new IndexWriter(directory, config);
        }
        catch (Lucene.Net.Store.LockObtainFailedException e)
        {
            throw new TrialistException("The search index is being written by another process: wait until it is done.", e);
        }
    }

    /// <summary>Reads the tables that indexing needs, all of them for the first study already: a program that knows that studies will come may read them while it waits.</summary>
    public static void ReadTables()
    {
        _ = WordForms.OfThread.TermOf("tables");
        _ = Lexicon.Default;
    }

    /// <summary>Studies in the index as far as written, deleted ones left out.</summary>
    public int Count => writer.NumDocs;

    /// <summary>True when the directory holds no index yet, or one that this version can read.</summary>
    public static bool IsCurrent(Directory directory) =>
        !DirectoryReader.IndexExists(directory) || StudyIndex.ReadCommit(directory).GetValueOrDefault(StudyFields.LayoutKey) == StudyFields.Layout;

    /// <summary>Adds a study, or puts it in the place of the one with its number.</summary>
    /// <param name="study">The typed fields.</param>
    /// <param name="json">The whole record as UTF-8 JSON; without it only the typed fields can be searched.</param>
    public void Put(Study study, ReadOnlyMemory<byte> json = default) =>
        writer.UpdateDocument(new Term(StudyFields.Id, study.NctId.ToString()), documents.Value!.Of(study, json.Span));

    /// <summary>Adds a study that is known not to be in the index: faster than <see cref="Put"/> when an index is built from nothing.</summary>
    /// <param name="study">The typed fields.</param>
    /// <param name="json">The whole record as UTF-8 JSON; without it only the typed fields can be searched.</param>
    public void Add(Study study, ReadOnlyMemory<byte> json = default) => writer.AddDocument(documents.Value!.Of(study, json.Span));

    /// <summary>Takes a study out.</summary>
    public void Delete(NctId id) => writer.DeleteDocuments(new Term(StudyFields.Id, id.ToString()));

    /// <summary>Makes all changes since the last commit visible to readers, at once.</summary>
    /// <param name="userData">What the caller wants to find again in <see cref="StudyIndex.UserData"/>, such as a sequence number.</param>
    public void Commit(IReadOnlyDictionary<string, string> userData)
    {
        writer.SetCommitData(new Dictionary<string, string>(userData, StringComparer.Ordinal)
        {
            [StudyFields.LayoutKey] = StudyFields.Layout,
            ["trialist.studies"] = writer.NumDocs.ToString(CultureInfo.InvariantCulture),
        });
        Flush();
        writer.Commit();
    }

    /// <summary>Merges the index into one segment: slow once, faster to search afterwards. Meant for the end of a rebuild.</summary>
    public void Compact() => writer.ForceMerge(1);

    /// <summary>Forgets what was not committed.</summary>
    public void Rollback() => writer.Rollback();

    // Left to itself the committing thread writes one segment after another. Whoever adds to the index meanwhile, be it nothing, writes one of those that wait.
    private void Flush()
    {
        using var flushed = new CancellationTokenSource();
        var failures = new ConcurrentQueue<Exception>();
        var helpers = writer.RamSizeInBytes() < WorthHelp ? 0 : Math.Min(Environment.ProcessorCount - 1, MostHelpers);
        var others = new List<Thread>();
        try
        {
            for (var i = 0; i < helpers; i++)
            {
                var other = new Thread(() => WriteWaiting(failures, flushed.Token));
                other.Start();
                others.Add(other);
            }

            writer.Flush(triggerMerge: true, applyAllDeletes: true);
        }
        finally
        {
            flushed.Cancel();
            others.ForEach(other => other.Join());
        }

        // What another could not write must not be missing from a commit.
        if (failures.TryDequeue(out var failure))
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }

    private void WriteWaiting(ConcurrentQueue<Exception> failures, CancellationToken flushed)
    {
        try
        {
            while (!flushed.WaitHandle.WaitOne(LookForSegments))
            {
                writer.AddDocuments([]);
            }
        }
        catch (Exception e) // whatever it is: the thread that commits throws it again
        {
            failures.Enqueue(e);
        }
    }

    /// <summary>Closes the index without committing.</summary>
    public void Dispose()
    {
        writer.Rollback();
        writer.Dispose();
        documents.Dispose();
        analyzer.Dispose();
    }
}
