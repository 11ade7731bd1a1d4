using System.Diagnostics;
using System.Runtime.Versioning;
using Trialist.Testing;

namespace Trialist.Cli;

/// <summary><c>./trialist</c> in a clone that cannot be built: one clear sentence, and nothing of what the shell says.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StartScriptTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialist-clone-");

    [Fact]
    public async Task CloneOfSomebodyElse_ThatIsNotBuilt_IsSaid()
    {
        Clone();

        var (exit, errors) = await RunAsStrangerAsync(Environment.GetEnvironmentVariable("PATH")!);

        Assert.Equal(1, exit);
        Assert.Matches($"^trialist: the program must be built first, and '{folder.FullName}' cannot be written by .+\n$", errors);
    }

    [Fact]
    public async Task MissingSdk_IsSaid()
    {
        Clone();
        foreach (var tool in (string[])["bash", "dirname", "find", "sort", "sha256sum", "mkdir", "cat", "flock", "id", "env"])
        {
            var path = Array.Find(Environment.GetEnvironmentVariable("PATH")!.Split(':'), entry => File.Exists(Path.Combine(entry, tool)));
            File.CreateSymbolicLink(Path.Combine(folder.FullName, tool), Path.Combine(path!, tool));
        }

        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);

        var (exit, errors) = await RunAsStrangerAsync(folder.FullName);

        Assert.Equal((1, "trialist: the .NET 10 SDK is needed and 'dotnet' was not found on the PATH.\n"), (exit, errors));
    }

    public void Dispose()
    {
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        folder.Delete(recursive: true);
    }

    private void Clone()
    {
        File.Copy(Repository.PathOf("trialist"), Path.Combine(folder.FullName, "trialist"));
        foreach (var name in (string[])["src", "data"])
        {
            folder.CreateSubdirectory(name);
        }

        foreach (var name in (string[])["a.props", "a.targets", "global.json"])
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), "");
        }

        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b101_101_101);
    }

    // The superuser may write everywhere; as another user it is told no.
    private async Task<(int Exit, string Errors)> RunAsStrangerAsync(string path)
    {
        string[] script = ["bash", Path.Combine(folder.FullName, "trialist"), "--help"];
        string[] command = Environment.UserName == "root" ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", .. script] : script;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        (start.Environment["HOME"], start.Environment["PATH"]) = ("/nonexistent", path);
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, await errors);
    }
}
