using System.Diagnostics;
using System.Runtime.Versioning;
using System.Text;

namespace Trialist.Cli;

/// <summary><c>show --diff</c>, of versions that came in through standard input.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class ShowDifferenceTests : IDisposable
{
    private const string Versions =
        """
        {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Study of cough"},"statusModule":{"overallStatus":"NOT_YET_RECRUITING"}}}
        {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Study of cough"},"statusModule":{"overallStatus":"RECRUITING"}}}
        {"protocolSection":{"identificationModule":{"nctId":"NCT00000001","briefTitle":"Study of cough"},"statusModule":{"overallStatus":"COMPLETED"}}}
        {"protocolSection":{"identificationModule":{"nctId":"NCT00000002","briefTitle":"Study of asthma"}}}

        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialist-show-");

    [Fact]
    public async Task Difference_IsOfTheVersionsAskedFor_OrOfTheLastTwo()
    {
        Assert.Contains("2 added, 2 updated", (await RunAsync(Versions, "import", "-")).Output, StringComparison.Ordinal);

        (string[] Numbers, int Exit, string Says)[] calls =
        [
            (["1", "3"], 0, "from version 1"),
            ([], 0, "from version 2"),
            (["1"], 2, "--diff takes the numbers of two versions, or none for the last two."),
            (["1", "4"], 2, "NCT00000001 has no version 4: it has 3."),
        ];
        foreach (var (numbers, exit, says) in calls)
        {
            var (ended, output) = await RunAsync("", ["show", "NCT00000001", "--diff", .. numbers]);
            Assert.Equal(exit, ended);
            Assert.Contains(says, output, StringComparison.Ordinal);
        }

        Assert.Equal((2, "trialist: NCT00000002 has one version: there is nothing to compare it with."), await RunAsync("", "show", "NCT00000002", "--diff"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<(int Exit, string Output)> RunAsync(string input, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "trialist.dll"), .. arguments, "--data", folder.FullName])
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, StandardOutputEncoding = Encoding.UTF8,
        };
        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var errors = program.StandardError.ReadToEndAsync();
        await program.StandardInput.WriteAsync(input);
        program.StandardInput.Close();
        await program.WaitForExitAsync();
        return (program.ExitCode, (await output + await errors).Trim());
    }
}
