using System.Text;
using Trialist.Screening.Sources;

namespace Trialist.Screening.Tests.Sources;

public sealed class PersonFilesTests
{
    [Theory]
    [InlineData("", "is empty")]
    [InlineData(" \r\n\t", "is empty")]
    [InlineData("[1, 2, 3]", "is a list in JSON")]
    [InlineData("[ { \"resourceType\": \"Patient\" } ]", "is a list in JSON")]
    public void Record_OfNobody_IsRefusedInOneSentence(string text, string message) =>
        Assert.Contains(message, Assert.Throws<TrialistException>(() => Read(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Note_MayBeginWithABracket() => Assert.Equal(54, Read("[Name] is a 54-year-old woman.").AgeYears);

    private static Person Read(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return PersonFiles.ReadOne(stream, new DateOnly(2026, 11, 23));
    }
}
