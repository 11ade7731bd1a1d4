using Trialist.Registry.Indexing;
using Trialist.Registry.Store.Sqlite;
using Trialist.Search;

namespace Trialist.Registry;

/// <summary>The studies of one data folder: the store, and the search index that follows it. Thread-safe.</summary>
public sealed partial class StudyRegistry : IDisposable
{
    private const string StoreFile = "registry.db";

    private readonly IndexFolder indexFolder;
    private readonly LiveIndex liveIndex;

    private StudyRegistry(string folder, IStudyStore store)
    {
        Folder = folder;
        Store = store;
        indexFolder = new IndexFolder(folder);
        corrections = new Readings.CorrectionFolder(folder);
        engine = Trialist.Criteria.EngineVersion.Current + new Vocabulary.VocabularyFolder(folder).Stamp;
        liveIndex = new LiveIndex(indexFolder, TimeProvider.System);
    }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>The records.</summary>
    public IStudyStore Store { get; }

    /// <summary>Opens the registry of a data folder; an empty or missing folder becomes an empty registry.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="clock">Tells when changes come into sight; the machine's when not given.</param>
    /// <exception cref="TrialistException">The folder cannot be made or written, or the store in it is damaged or from a newer program.</exception>
    public static StudyRegistry Open(string folder, TimeProvider? clock = null)
    {
        if (File.Exists(folder))
        {
            throw new TrialistException($"The data folder '{folder}' is a file: name a folder.");
        }

        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrialistException($"The data folder '{folder}' cannot be made: {e.Message}", e);
        }

        return new StudyRegistry(folder, new SqliteStudyStore(Path.Combine(folder, StoreFile), clock ?? TimeProvider.System));
    }

    /// <summary>True when a data folder holds a registry already.</summary>
    public static bool Exists(string folder) => File.Exists(Path.Combine(folder, StoreFile));

    /// <summary>
    /// The search index as it is now, at most a second behind what any process published. Ask for it at every search and do not keep it.
    /// The first call after a killed import, or with a new version of the program, builds what the index lacks.
    /// </summary>
    /// <exception cref="TrialistException">There is no index, and another process that may be building one has the right to write.</exception>
    public async ValueTask<StudyIndex> IndexAsync(CancellationToken cancellation)
    {
        if (!caughtUp)
        {
            await CatchUpAsync(cancellation);
            caughtUp = true;
        }

        return liveIndex.Newest() ?? throw new TrialistException("There is no search index yet: wait until the import that runs is done.");
    }

    /// <inheritdoc />
    public void Dispose()
    {
        liveIndex.Dispose();
        catchingUp.Dispose();
        making.Dispose();
        Store.Dispose();
    }
}
