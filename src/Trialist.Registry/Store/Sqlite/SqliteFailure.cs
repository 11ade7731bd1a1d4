using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <summary>One clear sentence for each failure of SQLite that a user can act on. Codes: https://sqlite.org/rescode.html</summary>
internal static class SqliteFailure
{
    public static Exception Explain(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        5 or 6 => new TrialistException($"The store '{file}' is being written by another program: wait until it is done.", failure),
        8 or 14 or 23 => new TrialistException($"The store '{file}' cannot be opened for writing: check that the folder exists and is writable.", failure),
        10 when IsFull(file) => Full(failure, file),
        10 => new TrialistException($"The store '{file}' could not be read or written: check the disk.", failure),
        11 or 26 => new TrialistException($"The store '{file}' is damaged or is no store of this program: restore a backup with 'trialist restore FILE'.", failure),
        13 => Full(failure, file),
        _ => failure,
    };

    private const long SmallestPiece = 64 * 1024; // the file that readers and writers share grows by half of that

    private static TrialistException Full(SqliteException failure, string file) => new($"The disk is full: the store '{file}' keeps what it had.", failure);

    // SQLite says so of its data only, not of the file that readers and writers share.
    private static bool IsFull(string file)
    {
        try
        {
            return new DriveInfo(Path.GetDirectoryName(Path.GetFullPath(file))!).AvailableFreeSpace < SmallestPiece;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The same for a copy that is written elsewhere while the store is only read; null for a failure that is not the copy's.</summary>
    public static TrialistException? OfCopy(SqliteException failure, string file) => failure.SqliteErrorCode switch
    {
        8 or 14 or 23 => new TrialistException($"The backup '{file}' cannot be written: check that its folder is writable. {AsItWas}", failure),
        10 when !IsFull(file) => new TrialistException($"The backup '{file}' cannot be written: check its disk. {AsItWas}", failure),
        10 or 13 => new TrialistException($"The backup '{file}' cannot be written: its disk is full. {AsItWas}", failure),
        _ => null,
    };

    private const string AsItWas = "The registry and any older backup of that name are as they were.";
}
