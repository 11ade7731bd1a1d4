using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Trialist.Cli;

/// <summary>The program is killed again and again while it imports; nothing may be lost, doubled or half shown.</summary>
public sealed class KilledImportTests : IDisposable
{
    private const int Studies = 4_000;
    private const int Kills = 12;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialist-kill-");

    [Fact]
    public async Task ImportThatIsKilledManyTimes_EndsAsOneThatWasNot()
    {
        var file = Path.Combine(folder.FullName, "studies.ndjson");
        await File.WriteAllLinesAsync(file, Enumerable.Range(1, Studies).Select(Line));
        var data = Path.Combine(folder.FullName, "data");
        var killed = 0;
        for (var i = 0; i < Kills; i++)
        {
            using var import = Start("import", file, "--data", data);
            // From the start of the runtime to the end of the work, a little later each time.
            if (!import.WaitForExit(TimeSpan.FromMilliseconds(150 + (i * 120))))
            {
                import.Kill(entireProcessTree: true);
                killed++;
            }

            await import.WaitForExitAsync();
            AssertSound(data);
        }

        Assert.True(killed >= 3, $"Only {killed} of {Kills} imports ran long enough to be killed.");

        using var last = Start("import", file, "--data", data, "--json");
        var output = await last.StandardOutput.ReadToEndAsync();
        await last.WaitForExitAsync();

        Assert.True(last.ExitCode == 0, output);
        Assert.Contains($"\"read\": {Studies}", output, StringComparison.Ordinal);
        using var registry = Registry.StudyRegistry.Open(data);
        Assert.Equal(Studies, await registry.Store.CountAsync(CancellationToken.None));
        Assert.Equal(0, await registry.Store.UnpublishedAsync(CancellationToken.None));
        Assert.Equal(Studies, (await registry.IndexAsync(CancellationToken.None)).Count);
        Assert.Equal(Studies, Scalar(data, "SELECT count(*) FROM study_version"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Line(int number) =>
        $$"""{"protocolSection":{"identificationModule":{"nctId":"NCT{{number:00000000}}","briefTitle":"Study {{number}}"},"descriptionModule":{"briefSummary":"{{string.Join(' ', Enumerable.Range(number, 60).Select(word => $"word{word}"))}}"} } }""";

    // Readers see all of an import or nothing of it, and the file is sound whatever happened.
    private static void AssertSound(string data)
    {
        if (!File.Exists(Path.Combine(data, "registry.db")) || Scalar(data, "SELECT count(*) FROM sqlite_master WHERE name = 'meta'") == 0)
        {
            return; // killed before the first migration
        }

        Assert.Equal("ok", Text(data, "PRAGMA integrity_check"));
        Assert.Contains(Scalar(data, "SELECT count(*) FROM study"), new long[] { 0, Studies });
    }

    private static long Scalar(string data, string sql) => long.Parse(Text(data, sql), CultureInfo.InvariantCulture);

    private static string Text(string data, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "registry.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the text is one of the constants above
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture)!;
    }

    private static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8 };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "trialist.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }
}
