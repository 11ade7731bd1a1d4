using Trialist.Registry;
using Trialist.Registry.Sync;

namespace Trialist.Cli;

/// <summary>The program is killed at random moments while it syncs; each run goes on where the last one was.</summary>
public sealed class KilledSyncTests : IDisposable
{
    private const int Studies = 2_600; // six pages, a second apart, and the closing pass
    private const int Kills = 8;
    private const int Seed = 20;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("trialist-kill-");

    [Fact]
    public async Task SyncThatIsKilledManyTimes_EndsAsOneThatWasNot()
    {
        await using var api = await RecordedApi.StartAsync();
        foreach (var number in Enumerable.Range(1, Studies))
        {
            api.Add(number, new DateOnly(2024, 1, 1).AddDays(number % 200).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), $"Study {number}");
        }

        var data = folder.FullName;
        var random = new Random(Seed);
        var killed = 0;
        for (var i = 0; i < Kills; i++)
        {
            killed += await KilledProgram.RunAndKillAsync(TimeSpan.FromMilliseconds(random.Next(300, 3_000)), "sync", "--source", api.Address.ToString(), "--data", data) ? 1 : 0;
            KilledProgram.AssertSound(data, Studies);
        }

        Assert.True(killed >= 2, $"Only {killed} of {Kills} syncs ran long enough to be killed.");

        using var last = KilledProgram.Start("sync", "--source", api.Address.ToString(), "--data", data);
        var output = await last.StandardOutput.ReadToEndAsync();
        await last.WaitForExitAsync();

        Assert.True(last.ExitCode == 0, output);
        using var registry = StudyRegistry.Open(data);
        Assert.Equal(Studies, await registry.Store.CountAsync(CancellationToken.None));
        Assert.Equal(0, await registry.Store.UnpublishedAsync(CancellationToken.None));
        Assert.Equal(Studies, (await registry.IndexAsync(CancellationToken.None)).Count);
        Assert.Equal(Studies, KilledProgram.Scalar(data, "SELECT count(*) FROM study_version"));
        Assert.Equal($"Study {Studies}", (await registry.Store.FindAsync(NctId.Parse($"NCT{Studies:00000000}"), CancellationToken.None))!.Study.BriefTitle);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
