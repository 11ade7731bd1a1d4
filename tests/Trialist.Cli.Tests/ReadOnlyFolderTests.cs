using System.Diagnostics;
using System.Runtime.Versioning;

namespace Trialist.Cli;

/// <summary>A data folder that belongs to somebody else: everything that only reads works, and what writes says why it cannot.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ReadOnlyFolderTests : IDisposable
{
    private const UnixFileMode Readable = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Enterable = Readable | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialist-read-");

    [Theory]
    [InlineData(0, "Study of asthma", "search", "asthma")]
    [InlineData(0, "Study of asthma", "show", "NCT00000001")]
    [InlineData(1, "is not writable", "import", "study.json")]
    [InlineData(1, "is not writable", "reindex")]
    public async Task ReadOnlyFolder_CanBeReadButNotWritten(int code, string says, params string[] arguments)
    {
        var data = Path.Combine(folder.FullName, "data");
        var file = Path.Combine(folder.FullName, "study.json");
        await File.WriteAllTextAsync(file, """{"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Study of asthma"} } }""");
        using (var import = KilledProgram.Start("import", file, "--data", data))
        {
            await import.WaitForExitAsync();
            Assert.Equal(0, import.ExitCode);
        }

        Permit(folder.FullName, Enterable, Readable);

        var (exit, output) = await RunAsStrangerAsync([.. arguments.Select(argument => argument == "study.json" ? file : argument), "--data", data]);

        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.Equal(code, exit);
    }

    public void Dispose()
    {
        Permit(folder.FullName, Enterable | UnixFileMode.UserWrite, Readable | UnixFileMode.UserWrite);
        folder.Delete(recursive: true);
    }

    private static void Permit(string path, UnixFileMode ofFolders, UnixFileMode ofFiles)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(path))
        {
            if (Directory.Exists(entry))
            {
                Permit(entry, ofFolders, ofFiles);
            }
            else
            {
                File.SetUnixFileMode(entry, ofFiles);
            }
        }

        File.SetUnixFileMode(path, ofFolders);
    }

    // The superuser may write everywhere; as another user it is told no.
    private async Task<(int Exit, string Output)> RunAsStrangerAsync(string[] arguments)
    {
        string[] dotnet = ["dotnet", Path.Combine(AppContext.BaseDirectory, "trialist.dll"), .. arguments];
        string[] command = Environment.UserName == "root" ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", .. dotnet] : dotnet;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = folder.FullName };
        start.Environment["HOME"] = folder.FullName;
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, await output + await errors);
    }
}
