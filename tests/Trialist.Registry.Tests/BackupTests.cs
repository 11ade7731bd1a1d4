using Microsoft.Extensions.Time.Testing;

namespace Trialist.Registry;

public sealed class BackupTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task RestoredBackup_HoldsWhatWasBackedUp_AndIsFound()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        await registry.AddAsync([TestStudy.Json("NCT00000001", title: "Asthma")], StudyOrigin.Import, TestStudy.Now, None);
        await registry.BackupAsync(folder["backup"], None);
        await registry.AddAsync([TestStudy.Json("NCT00000002", title: "Diabetes"), TestStudy.Json("NCT00000001", title: "Changed", lastUpdate: "2025-01-01")], StudyOrigin.Import, TestStudy.Now, None);
        Assert.Equal(2, (await registry.IndexAsync(None)).Count);

        Assert.Equal(1, await registry.RestoreAsync(folder["backup"], None));

        Assert.Equal("Asthma", (await registry.Store.FindAsync(NctId.Parse("NCT00000001"), None))!.Study.BriefTitle);
        using var again = StudyRegistry.Open(folder["data"]);
        Assert.Equal(1, (await again.IndexAsync(None)).Count);
    }

    [Fact]
    public async Task RestoredBackup_ComesIntoSightWhenItIsRestored()
    {
        var clock = new FakeTimeProvider(TestStudy.Now);
        using var registry = StudyRegistry.Open(folder["data"], clock);
        await registry.AddAsync([TestStudy.Json()], StudyOrigin.Import, TestStudy.Now, None);
        await registry.BackupAsync(folder["backup"], None);
        clock.Advance(TimeSpan.FromDays(1));

        await registry.RestoreAsync(folder["backup"], None);

        Assert.Equal(clock.GetUtcNow(), await registry.Store.PublishedAtAsync(None));
        Assert.Equal(0, await registry.Store.SequenceBeforeAsync(clock.GetUtcNow(), None));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(20_000)]
    public async Task DamagedBackup_IsRefused_AndNothingIsLost(int length)
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        await registry.AddAsync([TestStudy.Json()], StudyOrigin.Import, TestStudy.Now, None);
        await registry.BackupAsync(folder["backup"], None);
        var bytes = await File.ReadAllBytesAsync(folder["backup"]);
        await File.WriteAllBytesAsync(folder["damaged"], bytes[..length]);

        await Assert.ThrowsAsync<TrialistException>(() => registry.RestoreAsync(folder["damaged"], None));

        Assert.Equal(1, await registry.Store.CountAsync(None));
        Assert.Empty(Directory.EnumerateFiles(folder["data"], "*restoring*"));
    }

    [Fact]
    public async Task Backup_ThatCannotBeWritten_IsSaid()
    {
        using var registry = StudyRegistry.Open(folder["data"]);

        await Assert.ThrowsAsync<TrialistException>(() => registry.BackupAsync(folder["no/such/folder/backup"], None));
    }

    [Fact]
    public async Task Backup_OnAFullDisk_NamesItself_AndLeavesNothingBehind()
    {
        using var small = SmallDisk.Mount(folder["small"], kilobytes: 64);
        using var registry = StudyRegistry.Open(folder["data"]);
        await registry.AddAsync([TestStudy.Json()], StudyOrigin.Import, TestStudy.Now, None);
        await File.WriteAllTextAsync(folder["small/mine"], "mine");

        var failure = await Assert.ThrowsAsync<TrialistException>(() => registry.BackupAsync(folder["small/backup"], None));

        Assert.StartsWith($"The backup '{folder["small/backup"]}' cannot be written: its disk is full.", failure.Message, StringComparison.Ordinal);
        Assert.Equal([folder["small/mine"]], Directory.GetFiles(folder["small"]));
        Assert.Equal(1, await registry.Store.CountAsync(None));
    }

    [Fact]
    public async Task Backup_ReplacesAnOlderBackup_AndNoOtherFile()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        await File.WriteAllTextAsync(folder["notes"], "my notes");

        Assert.False(await registry.BackupAsync(folder["backup"], None));
        Assert.True(await registry.BackupAsync(folder["backup"], None));
        var refused = await Assert.ThrowsAsync<TrialistException>(() => registry.BackupAsync(folder["notes"], None));

        Assert.EndsWith("Choose another name.", refused.Message, StringComparison.Ordinal);
        Assert.Equal("my notes", await File.ReadAllTextAsync(folder["notes"]));
    }

    public void Dispose() => folder.Dispose();
}
