namespace Trialist.Registry;

/// <summary>Where the records are kept, the same for every engine. Readers see only what was published; one writer at a time stores and publishes.</summary>
/// <remarks>Any number of threads and processes may read at once, also while another writes.</remarks>
public partial interface IStudyStore : IDisposable
{
    /// <summary>The current version of a study; null when it is not in the registry.</summary>
    ValueTask<StoredStudy?> FindAsync(NctId id, CancellationToken cancellation);

    /// <summary>The current versions of studies, in the order that is asked for; those that are not in the registry are left out.</summary>
    IAsyncEnumerable<StoredStudy> FindEachAsync(IEnumerable<NctId> ids, CancellationToken cancellation);

    /// <summary>A version by its number; null when there is none.</summary>
    ValueTask<StoredStudy?> FindVersionAsync(NctId id, int number, CancellationToken cancellation);

    /// <summary>The study that had this id before; null when there is none.</summary>
    ValueTask<NctId?> FindAliasAsync(NctId alias, CancellationToken cancellation);

    /// <summary>All versions of a study, oldest first; empty when it is not in the registry.</summary>
    ValueTask<IReadOnlyList<StudyVersion>> VersionsAsync(NctId id, CancellationToken cancellation);

    /// <summary>The current version of every study, by id, as of one moment.</summary>
    IAsyncEnumerable<StoredStudy> AllAsync(CancellationToken cancellation);

    /// <summary>Every study whose current version came after one sequence number and not after another, oldest change first.</summary>
    IAsyncEnumerable<StoredStudy> ChangedAsync(long after, long upTo, CancellationToken cancellation);

    /// <summary>As <see cref="ChangedAsync"/>, without the records and of a bounded number: the published current versions after a sequence number, oldest change first.</summary>
    ValueTask<IReadOnlyList<StudyVersion>> ChangesAsync(long after, int limit, CancellationToken cancellation);

    /// <summary>The last change that readers saw before a time; 0 when there was none. Who asks for what came after it, with the time of a former answer, misses nothing; a change may come twice.</summary>
    ValueTask<long> SequenceBeforeAsync(DateTimeOffset time, CancellationToken cancellation);

    /// <summary>When the last change came into sight; null for an empty store.</summary>
    ValueTask<DateTimeOffset?> PublishedAtAsync(CancellationToken cancellation);

    /// <summary>Every study that went after a sequence number and did not come back.</summary>
    ValueTask<IReadOnlyList<NctId>> RemovedAsync(long after, CancellationToken cancellation);

    /// <summary>How many studies are in the registry.</summary>
    ValueTask<int> CountAsync(CancellationToken cancellation);

    /// <summary>How many bytes the current record of each study has, by id. Cheap: no record is unpacked.</summary>
    IAsyncEnumerable<(NctId Id, int Bytes)> SizesAsync(CancellationToken cancellation);

    /// <summary>The last published change; 0 for an empty store. A follower that has seen it is up to date.</summary>
    ValueTask<long> PublishedSequenceAsync(CancellationToken cancellation);

    /// <summary>The last change that was stored, published or not.</summary>
    ValueTask<long> StoredSequenceAsync(CancellationToken cancellation);

    /// <summary>How many versions are stored and not yet published: an import that runs or was interrupted.</summary>
    ValueTask<int> UnpublishedAsync(CancellationToken cancellation);

    /// <summary>Compresses a record as this store keeps it. Thread-safe, so that parsers do this work and not the one writer.</summary>
    byte[] Pack(ReadOnlySpan<byte> json);

    /// <summary>The record that was packed. Thread-safe.</summary>
    byte[] Unpack(ReadOnlySpan<byte> packed);

    /// <summary>Stores records in one transaction, in order, by the replacement rule; readers do not see them yet.</summary>
    /// <returns>One outcome a record.</returns>
    ValueTask<IReadOnlyList<UpsertOutcome>> UpsertAsync(IReadOnlyList<IncomingStudy> batch, CancellationToken cancellation);

    /// <summary>Shows all stored versions to readers at once. Real records push out the demo registry.</summary>
    /// <returns>How many studies of the demo registry went.</returns>
    ValueTask<int> PublishAsync(CancellationToken cancellation);

    /// <summary>Work that nobody waits for, once the writer has published: early records are packed again as later ones are. Readers see no difference, and what was not done is done the next time.</summary>
    ValueTask TidyAsync(CancellationToken cancellation);

    /// <summary>A small value kept with the store; null when it was never set.</summary>
    ValueTask<string?> GetMetaAsync(string key, CancellationToken cancellation);

    /// <summary>Keeps a small value; null forgets it.</summary>
    ValueTask SetMetaAsync(string key, string? value, CancellationToken cancellation);

    /// <summary>Changes when the store becomes another one by a restore.</summary>
    ValueTask<string> LineageAsync(CancellationToken cancellation);

    /// <summary>True when this process may only read the store.</summary>
    bool IsReadOnly { get; }

    /// <summary>True for a file that <see cref="BackupAsync"/> could have written.</summary>
    bool IsBackup(string file);

    /// <summary>Writes a consistent and checked copy to a file.</summary>
    ValueTask BackupAsync(string file, CancellationToken cancellation);

    /// <summary>Puts a backup in the place of this store, in one step and only after the backup was checked.</summary>
    ValueTask RestoreAsync(string file, CancellationToken cancellation);
}
