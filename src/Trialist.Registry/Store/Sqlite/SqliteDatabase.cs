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

    private readonly string connectionString;

    public SqliteDatabase(string file)
    {
        File = file;
        connectionString = new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = BusySeconds, ForeignKeys = true }.ToString();
    }

    public string File { get; }

    /// <summary>Creates the file where there is none and runs the migrations that it lacks.</summary>
    public void Migrate()
    {
        using var connection = Connect();
        connection.Execute("PRAGMA journal_mode = WAL");
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
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            connection.Execute("PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw SqliteFailure.Explain(e, File);
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
