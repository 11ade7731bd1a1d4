using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Index;
using Lucene.Net.Util;
using Trialist.Search.Analysis;
using Trialist.Search.Indexing;
using Trialist.Search.Indexing.Dictionary;
using Trialist.Search.Indexing.Segments;
using Trialist.Terminology;
using Directory = Lucene.Net.Store.Directory;

namespace Trialist.Search;

/// <summary>Writes studies into a search index. Several threads may put and delete at the same time; readers see nothing before <see cref="Commit"/>.</summary>
public sealed class StudyIndexWriter : IDisposable
{
    private const long BufferBytes = 32 * 1024 * 1024; // of all segments that are being gathered; a thousand full records fill half of it, and more of them take no more memory than that
    private const long SmallestSegment = 16 * 1024 * 1024; // with many cores: smaller ones would only be merged again and again

    private static readonly Lazy<bool> tables = new(() =>
    {
        Parallel.Invoke(
            () => _ = Lexicon.Default,
            () => _ = WordForms.OfThread.TermOf("tables"),
            () => _ = new StudyDocument(new SegmentDraft()));
        return true;
    });

    private readonly IndexWriter writer;
    private readonly KeywordAnalyzer analyzer = new();
    private readonly bool beganEmpty;

    // Studies of an index that began empty, as far as written; of another index nothing is known.
    private readonly HashSet<NctId> written = [];
    private readonly Lock writtenGate = new();

    // A study is put by one thread at a time; others mostly pass by another gate.
    private readonly Lock[] gates = [.. Enumerable.Range(0, 64).Select(_ => new Lock())];

    // The segments that nobody adds to just now, and which of all of them holds a study.
    private readonly ConcurrentStack<StudySegment> free = new();
    private readonly ConcurrentDictionary<NctId, StudySegment> gathered = new();

    /// <summary>So many bytes of studies are gathered by a thread before they are written.</summary>
    internal long MostGathered { get; init; } = Math.Max(BufferBytes / Environment.ProcessorCount, SmallestSegment);

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

        // Nothing is analyzed by Lucene: whole segments are given to it (StudySegment), so the analyzer is never asked.
        var config = new IndexWriterConfig(LuceneVersion.LUCENE_48, analyzer)
        {
            OpenMode = rebuild ? OpenMode.CREATE : OpenMode.CREATE_OR_APPEND,
            Similarity = StudySimilarity.Instance,
            Codec = new SegmentCodec(),
        };
        try
        {
            writer = new IndexWriter(directory, config);
            beganEmpty = writer.MaxDoc == 0;
        }
        catch (Lucene.Net.Store.LockObtainFailedException e)
        {
            throw new TrialistException("The search index is being written by another process: wait until it is done.", e);
        }
    }

    /// <summary>Reads the tables that indexing needs, all of them for the first study already: a program that knows that studies will come may read them beside something else. They are read once; whoever asks meanwhile waits.</summary>
    public static void ReadTables() => _ = tables.Value;

    /// <summary>True when the directory holds no index yet, or one that this version can read.</summary>
    public static bool IsCurrent(Directory directory) =>
        !DirectoryReader.IndexExists(directory) || StudyIndex.ReadCommit(directory).GetValueOrDefault(StudyFields.LayoutKey) == StudyFields.Layout;

    /// <summary>Adds a study, or puts it in the place of the one with its number.</summary>
    /// <param name="study">The typed fields.</param>
    /// <param name="json">The whole record as UTF-8 JSON; without it only the typed fields can be searched.</param>
    public void Put(Study study, ReadOnlyMemory<byte> json = default)
    {
        var segment = free.TryPop(out var popped) ? popped : new StudySegment();
        try
        {
            lock (GateOf(study.NctId))
            {
                Forget(study.NctId);
                segment.Add(study, json.Span);
                gathered[study.NctId] = segment;
            }

            if (segment.Bytes > MostGathered)
            {
                Write(segment);
                writer.MaybeMerge();
            }
        }
        finally
        {
            free.Push(segment);
        }
    }

    /// <summary>Takes a study out.</summary>
    public void Delete(NctId id)
    {
        lock (GateOf(id))
        {
            Forget(id);
        }
    }

    /// <summary>Makes all changes since the last commit visible to readers, at once.</summary>
    /// <param name="userData">What the caller wants to find again in <see cref="StudyIndex.UserData"/>, such as a sequence number.</param>
    public void Commit(IReadOnlyDictionary<string, string> userData)
    {
        WriteGathered();
        writer.SetCommitData(new Dictionary<string, string>(userData, StringComparer.Ordinal)
        {
            [StudyFields.LayoutKey] = StudyFields.Layout,
            ["trialist.studies"] = writer.NumDocs.ToString(CultureInfo.InvariantCulture),
        });
        writer.Commit();
    }

    /// <summary>Merges the index into one segment: slow once, faster to search afterwards. Meant for the end of a rebuild.</summary>
    public void Compact()
    {
        WriteGathered();
        writer.ForceMerge(1);
    }

    /// <summary>Forgets what was not committed.</summary>
    public void Rollback() => writer.Rollback();

    private Lock GateOf(NctId id) => gates[id.Number % gates.Length];

    private void Forget(NctId id)
    {
        var isGathered = gathered.TryRemove(id, out var segment) && segment.Remove(id);
        if (!isGathered && MayBeWritten(id))
        {
            writer.DeleteDocuments(new Term(StudyFields.Id, id.ToString()));
        }
    }

    private bool MayBeWritten(NctId id)
    {
        lock (writtenGate)
        {
            return !beganEmpty || written.Contains(id);
        }
    }

    private void WriteGathered()
    {
        StudySegment[] segments = [.. free];
        try
        {
            Parallel.ForEach(segments, Write);
        }
        catch (AggregateException several)
        {
            // A full disk stops all writers at once; one of them says what is the matter.
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
    }

    private void Write(StudySegment segment) => segment.Write(writer, id =>
    {
        lock (writtenGate)
        {
            if (beganEmpty)
            {
                written.Add(id);
            }
        }

        gathered.TryRemove(KeyValuePair.Create(id, segment));
    });

    /// <summary>Closes the index without committing.</summary>
    public void Dispose()
    {
        writer.Rollback();
        writer.Dispose();
        analyzer.Dispose();
    }
}
