using System.Runtime.CompilerServices;
using Lucene.Net.Index;
using Trialist.Search.Indexing;
using Trialist.Search.Results;
using Trialist.Search.Searching;
using Directory = Lucene.Net.Store.Directory;

namespace Trialist.Search;

/// <summary>Searches the studies of one index. Thread-safe: every search sees one committed state, and <see cref="Refresh"/> moves on to the newest.</summary>
public sealed partial class StudyIndex : IDisposable
{
    private readonly ValueTables tables = new();
    private readonly ConditionalWeakTable<object, SegmentColumns> columns = [];
    private readonly Lock refreshing = new();
    private volatile Snapshot current;
    private volatile bool disposed;

    private StudyIndex(DirectoryReader reader) => current = new Snapshot(reader, tables, columns);

    /// <summary>Studies in the index.</summary>
    public int Count => current.Reader.NumDocs;

    /// <summary>Grows with every change that <see cref="Refresh"/> brings into sight.</summary>
    public long Version => current.Reader.Version;

    /// <summary>True when some study has a status, also one that the registry does not know; <see cref="Facets.FacetName.NotStated"/> always is one.</summary>
    public bool HasStatus(string status) => status == Facets.FacetName.NotStated || (status.Length > 0 && tables.Statuses.Find(status) >= 0);

    /// <summary>What <see cref="StudyIndexWriter.Commit"/> was given with the state that is searched now.</summary>
    public IReadOnlyDictionary<string, string> UserData => (IReadOnlyDictionary<string, string>)current.Reader.IndexCommit.UserData;

    /// <summary>Opens the index of a directory.</summary>
    /// <param name="directory">Where the index lives; stays the caller's, to be disposed after the index.</param>
    /// <exception cref="TrialistException">There is no index, or it was made by another version.</exception>
    public static StudyIndex Open(Directory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            throw new TrialistException("There is no search index yet: import studies, or build it with 'trialist reindex'.");
        }

        if (!StudyIndexWriter.IsCurrent(directory))
        {
            throw new TrialistException("The search index was made by another version of Trialist: rebuild it with 'trialist reindex'.");
        }

        return new StudyIndex(DirectoryReader.Open(directory));
    }

    /// <summary>What the last commit in a directory was given, without opening the index; empty when there is none.</summary>
    public static IReadOnlyDictionary<string, string> ReadCommit(Directory directory)
    {
        if (!DirectoryReader.IndexExists(directory))
        {
            return new Dictionary<string, string>(StringComparer.Ordinal);
        }

        var infos = new SegmentInfos();
        infos.Read(directory);
        return new Dictionary<string, string>(infos.UserData, StringComparer.Ordinal);
    }

    /// <summary>Searches.</summary>
    /// <exception cref="Queries.QueryRefusedException">The query is malformed or would cost too much.</exception>
    public SearchPage Search(StudyQuery query) => Hold(query, SnapshotSearch.Run);

    /// <summary>Moves on to the newest committed state; searches that run keep theirs. Returns true when there was something new.</summary>
    public bool Refresh()
    {
        lock (refreshing)
        {
            var old = current;
            if (DirectoryReader.OpenIfChanged(old.Reader) is not { } reader)
            {
                return false;
            }

            current = new Snapshot(reader, tables, columns);
            old.LetGo();
            return true;
        }
    }

    /// <summary>Closes the index once the searches that run are done.</summary>
    public void Dispose()
    {
        lock (refreshing)
        {
            if (!disposed)
            {
                disposed = true;
                current.LetGo();
            }
        }
    }

    // A state may be let go by Refresh between reading it and holding it: then there is a newer one.
    private TResult Hold<TArgument, TResult>(TArgument argument, Func<Snapshot, TArgument, TResult> use)
    {
        Snapshot snapshot;
        do
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            snapshot = current;
        }
        while (!snapshot.TryHold());

        try
        {
            return use(snapshot, argument);
        }
        finally
        {
            snapshot.LetGo();
        }
    }
}
