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
            // From the start of the runtime to the end of the work, a little later each time.
            killed += await KilledProgram.RunAndKillAsync(TimeSpan.FromMilliseconds(150 + (i * 120)), "import", file, "--data", data) ? 1 : 0;
            KilledProgram.AssertSound(data, Studies);
        }

        Assert.True(killed >= 3, $"Only {killed} of {Kills} imports ran long enough to be killed.");

        using var last = KilledProgram.Start("import", file, "--data", data, "--json");
        var output = await last.StandardOutput.ReadToEndAsync();
        await last.WaitForExitAsync();

        Assert.True(last.ExitCode == 0, output);
        Assert.Contains($"\"read\": {Studies}", output, StringComparison.Ordinal);
        using var registry = Registry.StudyRegistry.Open(data);
        Assert.Equal(Studies, await registry.Store.CountAsync(CancellationToken.None));
        Assert.Equal(0, await registry.Store.UnpublishedAsync(CancellationToken.None));
        Assert.Equal(Studies, (await registry.IndexAsync(CancellationToken.None)).Count);
        Assert.Equal(Studies, KilledProgram.Scalar(data, "SELECT count(*) FROM study_version"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static string Line(int number) =>
        $$"""{"protocolSection":{"identificationModule":{"nctId":"NCT{{number:00000000}}","briefTitle":"Study {{number}}"},"descriptionModule":{"briefSummary":"{{string.Join(' ', Enumerable.Range(number, 60).Select(word => $"word{word}"))}}"} } }""";
}
