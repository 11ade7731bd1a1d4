using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Trialist.Registry.Store.Sqlite;

/// <summary>One SQLite file: connections, and a schema brought up to date by numbered migrations.</summary>
internal sealed class SqliteDatabase
{
    private const int BusySeconds = 30; // a reader never waits; a second writer waits this long at most
    private const string MigrationFolder = "Trialist.Registry.Store.Sqlite.Migrations.";

    private string connectionString;

    public SqliteDatabase(string file)
    {
        File = file;
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds, ForeignKeys = true }.ToString();
    }

    public string File { get; }

    /// <summary>True when this process may only read the file and its folder.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>Opens the file, or creates it where there is none, and runs the migrations that it lacks. A file that may only be read is used as it is.</summary>
    /// <exception cref="TrialistException">The file was written by another version, or cannot be used without writing.</exception>
    public void Open()
    {
        try
        {
            using var connection = Opened();
            connection.Execute("PRAGMA journal_mode = WAL");
            Migrate(connection);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 8 or 14 && System.IO.File.Exists(File))
        {
            OpenToRead();
        }
    }

    // Readers of a store in use share a small file beside it. Where none can be made, nobody writes, and SQLite may take the file as unchangeable.
    private void OpenToRead()
    {
        if (System.IO.File.Exists(File + "-wal") && new FileInfo(File + "-wal").Length > 0)
        {
            throw new TrialistException($"The store '{File}' was left in the middle of a change and its folder cannot be written: open it once with the right to write.");
        }

        (connectionString, IsReadOnly) = (new SqliteConnectionStringBuilder { DataSource = $"{new Uri(File).AbsoluteUri}?immutable=1", Mode = SqliteOpenMode.ReadOnly }.ToString(), true);
        using var connection = Connect();
        if (VersionOf(connection) != Migrations().Count)
        {
            throw new TrialistException($"The store '{File}' was written by another version of this program and its folder cannot be written: use that version, or give the right to write.");
        }
    }

    private void Migrate(SqliteConnection connection)
    {
        var migrations = Migrations();
        if (VersionOf(connection) == migrations.Count)
        {
            return;
        }

        // Two processes may open a new folder at once: the second waits here and then finds nothing left to do.
        using var transaction = connection.BeginTransaction(deferred: false);
        var version = VersionOf(connection);
        if (version > migrations.Count)
        {
            throw new TrialistException($"The store '{File}' was written by a newer version of this program: use that version.");
        }

        foreach (var migration in migrations.Skip(version))
        {
            connection.Execute(migration, transaction: transaction);
        }

        connection.Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {migrations.Count}"), transaction: transaction);
        transaction.Commit();
    }

    /// <summary>A pooled connection. After a kill nothing is lost; after a power cut the last seconds may be, never the file.</summary>
    public SqliteConnection Connect()
    {
        try
        {
            return Opened();
        }
        catch (SqliteException e)
        {
            throw SqliteFailure.Explain(e, File);
        }
    }

    private SqliteConnection Opened()
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    public void Close()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private static int VersionOf(SqliteConnection connection) => connection.ExecuteScalar<int>("PRAGMA user_version");

    private static List<string> Migrations()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(MigrationFolder, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return reader.ReadToEnd();
            })
            .ToList();
    }
}
