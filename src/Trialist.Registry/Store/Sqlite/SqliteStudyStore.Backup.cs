using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <content>Backup and restore through SQLite's own copy of a live database: https://sqlite.org/backup.html</content>
internal sealed partial class SqliteStudyStore
{
    /// <summary>Changes when the store becomes another one, so that an index of the old one is not taken for its own.</summary>
    internal const string LineageKey = "lineage";

    public bool IsBackup(string file)
    {
        try
        {
            using var backup = OpenAlone(file, SqliteOpenMode.ReadOnly);
            return backup.ExecuteScalar<int>("SELECT count(*) FROM publication") == 1;
        }
        catch (SqliteException)
        {
            return false;
        }
    }

    public ValueTask BackupAsync(string file, CancellationToken cancellation) => Guard(() =>
    {
        // A backup that fails half way leaves an older one of the same name as it was.
        var unfinished = file + ".unfinished";
        DeleteStaged(unfinished);
        try
        {
            using (var source = database.Connect())
            using (var copy = OpenAlone(unfinished, SqliteOpenMode.ReadWriteCreate))
            {
                source.BackupDatabase(copy);
                copy.Execute("PRAGMA journal_mode = DELETE"); // one file, without a log beside it
                Check(copy, unfinished);
            }

            File.Move(unfinished, file, overwrite: true);
        }
        catch (SqliteException e) when (SqliteFailure.OfCopy(e, file) is not null)
        {
            throw SqliteFailure.OfCopy(e, file)!;
        }
        finally
        {
            DeleteStaged(unfinished);
        }

        return ValueTask.CompletedTask;
    });

    public ValueTask RestoreAsync(string file, CancellationToken cancellation)
    {
        // The backup is checked, copied, brought to the present schema and checked again before anything of the store is touched.
        var staged = database.File + ".restoring";
        DeleteStaged(staged);
        try
        {
            Stage(file, staged);
            KeepDictionaries(staged);
            return Guard(() =>
            {
                using var source = OpenAlone(staged, SqliteOpenMode.ReadWrite);
                using var connection = database.Connect();
                // One transaction: readers see the old store until it is done, and after a kill the old store is still there.
                source.BackupDatabase(connection);
                UseNewestDictionary(connection);
                LogPublication(connection);
                return ValueTask.CompletedTask;
            });
        }
        finally
        {
            DeleteStaged(staged);
        }
    }

    private static void Stage(string file, string staged)
    {
        try
        {
            using (var backup = OpenAlone(file, SqliteOpenMode.ReadOnly))
            using (var copy = OpenAlone(staged, SqliteOpenMode.ReadWriteCreate))
            {
                Check(backup, file);
                backup.BackupDatabase(copy);
            }

            var stagedDatabase = new SqliteDatabase(staged);
            stagedDatabase.Open();
            using (var connection = stagedDatabase.Connect())
            {
                Check(connection, file);
                connection.Execute("UPDATE meta SET value = @value WHERE key = @key", new { key = LineageKey, value = NewLineage() });
                connection.Execute("DELETE FROM publication_log"); // all of it comes into sight anew
            }

            stagedDatabase.Close();
        }
        catch (SqliteException e) when (e.SqliteErrorCode is not (10 or 13))
        {
            throw new TrialistException($"'{file}' is no backup of a registry, or it is damaged; the registry was left as it is.", e);
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.Explain(e, staged);
        }
    }

    private static void Check(SqliteConnection connection, string file)
    {
        if (connection.ExecuteScalar<string>("PRAGMA integrity_check") != "ok" || connection.ExecuteScalar<int>("SELECT count(*) FROM publication") != 1)
        {
            throw new TrialistException($"'{file}' is damaged; the registry was left as it is.");
        }
    }

    private static string NewLineage() => Guid.NewGuid().ToString("N");

    private static void DeleteStaged(string staged)
    {
        foreach (var end in new[] { "", "-wal", "-shm", "-journal" })
        {
            File.Delete(staged + end);
        }
    }

    private static SqliteConnection OpenAlone(string file, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
