using System.Diagnostics;
using Npgsql;

namespace Trialist.Evaluation.Benches.Rivals;

/// <summary>A PostgreSQL server of its own in a temporary folder, reached by a socket in it and gone afterwards. It runs as a user without rights, as it demands.</summary>
internal sealed class PostgresServer : IDisposable
{
    private const string ProgramsOfDebian = "/usr/lib/postgresql";
    private static readonly string[] Unprivileged = ["postgres", "nobody"];

    private readonly string programs;
    private readonly string folder;

    private PostgresServer(string programs, string folder)
    {
        this.programs = programs;
        this.folder = folder;
        Run("initdb", "-D", Data, "-U", "bench", "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C");
        Run("pg_ctl", "-D", Data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c shared_buffers=1GB -c work_mem=256MB -c jit=off -c max_parallel_workers_per_gather=0", "start");
    }

    private string Data => Path.Combine(folder, "data");

    /// <summary>Starts a server; null when PostgreSQL is not installed here.</summary>
    public static PostgresServer? TryStart()
    {
        var found = Directory.Exists(ProgramsOfDebian)
            ? Directory.EnumerateDirectories(ProgramsOfDebian).Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
            : null;
        if (found is null)
        {
            return null;
        }

        var home = Directory.CreateTempSubdirectory("trialist-pg-").FullName;
        if (Environment.IsPrivilegedProcess)
        {
            Start("chown", User, home);
        }

        return new PostgresServer(found, home);
    }

    /// <summary>Opens a connection to the server's only database.</summary>
    public NpgsqlConnection Connect()
    {
        var connection = new NpgsqlConnection($"Host={folder};Username=bench;Database=postgres;Command Timeout=0");
        connection.Open();
        return connection;
    }

    public void Dispose()
    {
        NpgsqlConnection.ClearAllPools();
        Run("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");
        Directory.Delete(folder, recursive: true);
    }

    private static string User => Array.Find(Unprivileged, name => File.ReadLines("/etc/passwd").Any(line => line.StartsWith(name + ":", StringComparison.Ordinal))) ?? "nobody";

    private void Run(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        if (Environment.IsPrivilegedProcess)
        {
            Start("runuser", ["-u", User, "--", path, .. arguments]);
        }
        else
        {
            Start(path, arguments);
        }
    }

    private static void Start(string program, params string[] arguments)
    {
        // The server inherits the output: it must not be a pipe that we wait on.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" > /dev/null 2>&1", program, .. arguments]) { WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new TrialistException($"'{Path.GetFileName(program)} {string.Join(' ', arguments.Take(3))} …' failed with {process.ExitCode}: PostgreSQL cannot be measured here.");
        }
    }
}
