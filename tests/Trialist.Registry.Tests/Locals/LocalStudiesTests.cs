using Trialist.Registry.Locals;

namespace Trialist.Registry.Tests.Locals;

public sealed class LocalStudiesTests : IDisposable
{
    private const string Text = "Inclusion Criteria:\r\n\r\n* Age ≥ 18 years\r\n";
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void SavedStudy_IsFound_WithItsExactText()
    {
        var saved = Studies.Save("  Our Phase-1 (β) study! ", Text, TestStudy.Now);

        Assert.Equal("LOCAL-our-phase-1-study", saved.Id.ToString());
        Assert.Equal(new LocalStudy(saved.Id, "Our Phase-1 (β) study!", Text, TestStudy.Now), Studies.Find(saved.Id));
        Assert.Equal([saved], Studies.All());
    }

    [Fact]
    public void StudyOfTheSameName_IsReplaced_AndAnotherStays()
    {
        var other = Studies.Save("other", "text", TestStudy.Now);
        Studies.Save("draft", "first", TestStudy.Now);
        var second = Studies.Save("Draft", "second", TestStudy.Now);

        Assert.Equal([second, other], Studies.All());
    }

    [Fact]
    public void RemovedStudy_IsGone()
    {
        var id = Studies.Save("draft", Text, TestStudy.Now).Id;

        Assert.True(Studies.Remove(id));
        Assert.False(Studies.Remove(id));
        Assert.Null(Studies.Find(id));
    }

    [Fact]
    public async Task LocalStudies_StayOverImportsAndReindexing()
    {
        using var registry = StudyRegistry.Open(folder["data"]);
        var saved = Studies.Save("draft", Text, TestStudy.Now);

        await registry.AddAsync([TestStudy.Json()], StudyOrigin.Import, TestStudy.Now, CancellationToken.None);
        await registry.ReindexAsync(CancellationToken.None);

        Assert.Equal([saved], Studies.All());
    }

    [Theory]
    [InlineData("LOCAL-a", true)]
    [InlineData("local-Our-Study", true)]
    [InlineData("LOCAL-", false)]
    [InlineData("LOCAL-../../etc/passwd", false)]
    [InlineData("LOCAL--a", false)]
    [InlineData("LOCAL-a/b", false)]
    [InlineData("NCT00000001", false)]
    [InlineData(null, false)]
    public void Id_IsLocalAndAShortName(string? written, bool good) => Assert.Equal(good, LocalId.TryParse(written, out _));

    [Theory]
    [InlineData("???", Text)]
    [InlineData("a", "  ")]
    public void NamelessOrEmptyStudy_IsRefused(string title, string text) => Assert.ThrowsAny<TrialistException>(() => Studies.Save(title, text, TestStudy.Now));

    [Fact]
    public void DamagedFile_IsNamed()
    {
        var id = Studies.Save("draft", Text, TestStudy.Now).Id;
        File.WriteAllText(folder["data/local/draft.json"], "{");

        Assert.Contains("LOCAL-draft", Assert.Throws<TrialistException>(() => Studies.Find(id)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private LocalStudies Studies => new(folder["data"]);
}
