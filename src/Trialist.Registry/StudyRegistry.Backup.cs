using Trialist.Registry.Indexing;

namespace Trialist.Registry;

/// <content>Backup and restore. The index is a copy and is not part of a backup.</content>
public sealed partial class StudyRegistry
{
    /// <summary>Writes a consistent copy of the store to one file, also while others read and write. An older backup of the name is replaced at the end; no other file is.</summary>
    /// <returns>True when an older backup was replaced.</returns>
    /// <exception cref="TrialistException">The file cannot be written, or is no backup.</exception>
    public async Task<bool> BackupAsync(string file, CancellationToken cancellation)
    {
        var replaces = File.Exists(file);
        if (replaces && !Store.IsBackup(file))
        {
            throw new TrialistException($"'{file}' is there already and is no backup of a registry: it was left as it is. Choose another name.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(file))))
        {
            throw new TrialistException($"The backup '{file}' cannot be written: there is no folder for it.");
        }

        try
        {
            await Store.BackupAsync(Path.GetFullPath(file), cancellation);
            return replaces;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TrialistException($"The backup '{file}' cannot be written: {e.Message}", e);
        }
    }

    /// <summary>Puts the store of a backup in the place of this one, and builds its index.</summary>
    /// <returns>Studies in the restored registry.</returns>
    /// <exception cref="TrialistException">The file is no sound backup, or another process is writing; the store is then as it was.</exception>
    public async Task<int> RestoreAsync(string file, CancellationToken cancellation)
    {
        if (!File.Exists(file))
        {
            throw new TrialistException($"There is no file '{file}'.");
        }

        using var writing = WriterLock.Take(Folder);
        await Store.RestoreAsync(Path.GetFullPath(file), cancellation);
        using var feed = await IndexFeed.OpenNewAsync(Store, indexFolder, cancellation);
        await feed.CommitAsync(alreadyPut: await Store.PublishedSequenceAsync(cancellation), cancellation);
        return await Store.CountAsync(cancellation);
    }
}
