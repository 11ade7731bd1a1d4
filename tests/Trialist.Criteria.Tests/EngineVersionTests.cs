using Trialist.Terminology;

namespace Trialist.Criteria.Tests;

public sealed class EngineVersionTests
{
    [Fact]
    public void Current_IsTwelveHexadecimalDigits() => Assert.Matches("^[0-9a-f]{12}$", EngineVersion.Current);

    [Fact]
    public void Version_FollowsTheReaderAndTheLexicon()
    {
        var (reader, lexicon, other) = (typeof(CriteriaReader).Assembly, typeof(Lexicon).Assembly, typeof(EngineVersionTests).Assembly);

        Assert.Equal(EngineVersion.Current, EngineVersion.Of(reader, lexicon));
        Assert.NotEqual(EngineVersion.Current, EngineVersion.Of(other, lexicon));
        Assert.NotEqual(EngineVersion.Current, EngineVersion.Of(reader, other));
    }

    // A table of words is part of its module, so that the module's identity follows it.
    [Theory]
    [InlineData(typeof(CriteriaReader), "cues.tsv")]
    [InlineData(typeof(Lexicon), "conditions.tsv")]
    public void Tables_AreInTheModulesThatTheVersionIsMadeOf(Type room, string table) =>
        Assert.Contains(room.Assembly.GetManifestResourceNames(), name => name.EndsWith(table, StringComparison.Ordinal));
}
