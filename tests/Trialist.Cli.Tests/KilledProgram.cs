using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Trialist.Cli;

/// <summary>The program as a process of its own that can be killed, and a look into the store that it leaves behind.</summary>
internal static class KilledProgram
{
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "trialist.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs the program for a while and kills it.</summary>
    /// <returns>False when it was done before.</returns>
    public static async Task<bool> RunAndKillAsync(TimeSpan after, params string[] arguments)
    {
        using var program = Start(arguments);
        var killed = !program.WaitForExit(after);
        if (killed)
        {
            program.Kill(entireProcessTree: true);
        }

        await program.WaitForExitAsync();
        return killed;
    }

    /// <summary>Readers see all of an import or nothing of it, and the file is sound whatever happened.</summary>
    public static void AssertSound(string data, int studies)
    {
        if (!File.Exists(Path.Combine(data, "registry.db")) || Scalar(data, "SELECT count(*) FROM sqlite_master WHERE name = 'meta'") == 0)
        {
            return; // killed before the first migration
        }

        Assert.Equal("ok", Text(data, "PRAGMA integrity_check"));
        Assert.Contains(Scalar(data, "SELECT count(*) FROM study"), new long[] { 0, studies });
    }

    public static long Scalar(string data, string sql) => long.Parse(Text(data, sql), CultureInfo.InvariantCulture);

    private static string Text(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "registry.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is one of the constants of the tests
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }
}
