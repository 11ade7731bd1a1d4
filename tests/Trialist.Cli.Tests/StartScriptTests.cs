using System.Diagnostics;
using System.Runtime.Versioning;
using Trialist.Testing;

namespace Trialist.Cli;

/// <summary><c>./trialist</c>: when it builds and what it starts; in a clone that cannot be built one clear sentence, and nothing of what the shell says.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class StartScriptTests : IDisposable
{
    // Builds empty programs, and starts none: it says what it would start.
    private const string Dotnet =
        """
        #!/usr/bin/env bash
        here=$(dirname "$0")
        artifacts=$(dirname "$here")/artifacts
        case "$1" in
          --list-runtimes) cat "$here/runtimes" ;;
          --list-sdks) [ -e "$here/nosdk" ] || echo "10.0.100 [$here/sdk]" ;;
          build)
            [ ! -e "$here/broken" ] || exit 1
            mkdir -p "$artifacts/bin/Trialist.Cli/release" && touch "$artifacts/bin/Trialist.Cli/release/trialist.dll"
            [[ "$*" != *Precompile* ]] || { mkdir -p "$artifacts/app" && touch "$artifacts/app/trialist.dll" && echo 10.0.9 > "$artifacts/app/framework"; } ;;
          *) echo "${1#"$artifacts/"}" ;;
        esac

        """;

    private const string Compiled = "app/trialist.dll\n";
    private const string Plain = "bin/Trialist.Cli/release/trialist.dll\n";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialist-clone-");

    [Fact]
    public async Task CloneOfSomebodyElse_ThatIsNotBuilt_IsSaid()
    {
        Clone();

        var (exit, _, errors) = await RunAsStrangerAsync(Environment.GetEnvironmentVariable("PATH")!);

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

        var (exit, _, errors) = await RunAsStrangerAsync(folder.FullName);

        Assert.Equal((1, "trialist: the .NET 10 SDK is needed and 'dotnet' was not found on the PATH.\n"), (exit, errors));
    }

    [Theory]
    [InlineData("nothing", true, Compiled, false)]
    [InlineData("nothing", false, Compiled, false)]
    [InlineData("another build of the version", true, Compiled, true)]
    [InlineData("another build of the version", false, Plain, false)]
    [InlineData("another build of ASP.NET", false, Plain, false)]
    [InlineData("another folder", true, Compiled, true)]
    [InlineData("another folder", false, Plain, false)]
    [InlineData("no ASP.NET", true, Plain, true)]
    [InlineData("no ASP.NET", false, Plain, false)]
    [InlineData("another version", false, Plain, false)]
    [InlineData("no such file", false, Plain, false)]
    [InlineData("new sources", true, Compiled, true)]
    [InlineData("new sources", false, "", false)]
    public async Task MachineCode_StartsWithTheNetThatItWasMadeForOnly(string change, bool writable, string started, bool builds)
    {
        var path = await BuiltCloneAsync();
        Change(change);
        if (!writable)
        {
            File.SetUnixFileMode(Path.Combine(folder.FullName, "artifacts"), (UnixFileMode)0b101_101_101);
        }

        var (_, output, errors) = await RunAsStrangerAsync(path);
        var again = await RunAsStrangerAsync(path);

        Assert.Equal((started, builds), (output, errors.Contains("trialist: building", StringComparison.Ordinal)));
        Assert.Equal((started, false), (again.Output, again.Errors.Contains("trialist: building", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nothing", Compiled, "")]
    [InlineData("another build of the version", Plain, "")]
    [InlineData("another version", Plain, "")]
    [InlineData("new sources", "", "trialist: the program must be built first, and 'dotnet' on the PATH has no SDK, only what runs programs: install the .NET 10 SDK.\n")]
    public async Task RuntimeWithoutSdk_StartsWhatItCan(string change, string started, string said)
    {
        var path = await BuiltCloneAsync();
        Change(change);
        await File.WriteAllTextAsync(In("nosdk"), "");

        var (exit, output, errors) = await RunAsStrangerAsync(path);

        Assert.Equal((started.Length > 0 ? 0 : 1, started, said), (exit, output, errors));
    }

    [Fact]
    public async Task BuildThatBreaksOff_IsNotTakenForDone()
    {
        var path = await BuiltCloneAsync();
        Change("another build of the version");
        await File.WriteAllTextAsync(In("broken"), "");

        var (exit, output, errors) = await RunAsStrangerAsync(path);

        Assert.Equal((1, ""), (exit, output));
        Assert.EndsWith("trialist: the build failed.\n", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder.FullName, "artifacts", "trialist.stamp")));
    }

    public void Dispose()
    {
        var artifacts = Path.Combine(folder.FullName, "artifacts");
        if (Directory.Exists(artifacts))
        {
            File.SetUnixFileMode(artifacts, (UnixFileMode)0b111_111_111);
        }

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

    private string In(params string[] names) => Path.Combine([folder.FullName, "net", .. names]);

    private string Part(string name, string file) => In("shared", name, "10.0.9", file);

    // A clone with a .NET of its own, built once.
    private async Task<string> BuiltCloneAsync()
    {
        Clone();
        File.SetUnixFileMode(folder.FullName, (UnixFileMode)0b111_111_111);
        foreach (var (name, file) in ((string, string)[])[("Microsoft.NETCore.App", "System.Private.CoreLib.dll"), ("Microsoft.AspNetCore.App", "Microsoft.AspNetCore.dll")])
        {
            Directory.CreateDirectory(In("shared", name, "10.0.9"));
            await File.WriteAllTextAsync(Part(name, file), "");
        }

        await File.WriteAllTextAsync(In("runtimes"), Runtimes("10.0.9", In("shared")));
        await File.WriteAllTextAsync(In("dotnet"), Dotnet);
        File.SetUnixFileMode(In("dotnet"), (UnixFileMode)0b111_101_101);
        var path = In() + ":" + Environment.GetEnvironmentVariable("PATH");

        var (exit, output, errors) = await RunAsStrangerAsync(path);

        Assert.Equal((0, Compiled), (exit, output));
        Assert.Contains("trialist: building", errors, StringComparison.Ordinal);
        return path;
    }

    private static string Runtimes(string version, string shared) =>
        $"Microsoft.AspNetCore.App {version} [{shared}/Microsoft.AspNetCore.App]\nMicrosoft.NETCore.App 10.0.1 [{shared}/Microsoft.NETCore.App]\nMicrosoft.NETCore.App {version} [{shared}/Microsoft.NETCore.App]\n";

    private void Change(string what)
    {
        switch (what)
        {
            case "another build of the version":
                File.WriteAllText(Part("Microsoft.NETCore.App", "System.Private.CoreLib.dll"), "another");
                break;
            case "another build of ASP.NET":
                File.WriteAllText(Part("Microsoft.AspNetCore.App", "Microsoft.AspNetCore.dll"), "another");
                break;
            case "another folder":
                Directory.Move(In("shared"), In("moved"));
                File.WriteAllText(In("runtimes"), Runtimes("10.0.9", In("moved")));
                break;
            case "no ASP.NET":
                File.WriteAllText(In("runtimes"), $"Microsoft.NETCore.App 10.0.9 [{In("shared")}/Microsoft.NETCore.App]\n");
                break;
            case "another version":
                File.WriteAllText(In("runtimes"), Runtimes("10.0.10", In("shared")));
                break;
            case "no such file":
                File.Delete(Part("Microsoft.NETCore.App", "System.Private.CoreLib.dll"));
                break;
            case "new sources":
                File.WriteAllText(Path.Combine(folder.FullName, "src", "New.cs"), "");
                break;
        }
    }

    // The superuser may write everywhere; as another user it is told no.
    private async Task<(int Exit, string Output, string Errors)> RunAsStrangerAsync(string path)
    {
        string[] script = ["bash", Path.Combine(folder.FullName, "trialist"), "--help"];
        string[] command = Environment.UserName == "root" ? ["setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", .. script] : script;
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        (start.Environment["HOME"], start.Environment["PATH"]) = ("/nonexistent", path);
        using var program = Process.Start(start)!;
        var errors = program.StandardError.ReadToEndAsync();
        var output = await program.StandardOutput.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, output, await errors);
    }
}
