using CsCheck;
using Trialist.Search.Queries;

namespace Trialist.Search.Tests;

/// <summary>What only a machine or a cat types.</summary>
public sealed class HostileQueryTests
{
    private static readonly Registry Registry = Tests.Registry.Of(Registry.Study(1, "Asthma in Adults", ["Asthma"]), Registry.Study(2, "Eczema", ["Eczema"]));

    public static TheoryData<string> Refused =>
    [
        string.Join(' ', Enumerable.Range(0, 10_000).Select(i => $"word{i}")),
        string.Join(' ', Enumerable.Range(0, 65).Select(i => $"w{i}")),
        "asthm*",
        "*",
        "asthma\u0000",
        "asthma\u001b[31m",
        new string('(', 200) + "a OR b",
        "\"" + string.Join(' ', Enumerable.Repeat("asthma", 25)) + "\"",
    ];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Query_Hostile_IsRefusedWithASentence(string query)
    {
        var refused = Assert.Throws<QueryRefusedException>(() => Registry.Index.Search(new StudyQuery { Text = query }));

        Assert.Equal("q", refused.Parameter);
        Assert.EndsWith(".", refused.Message);
    }

    [Theory]
    [InlineData("asthma\"", "01")]
    [InlineData("\"\"\"\"asthma\"\"\"", "01")]
    [InlineData("asthma)", "01")]
    [InlineData(")(asthma)(", "01")]
    [InlineData("asthma AND", "01")]
    [InlineData("OR asthma", "01")]
    [InlineData("asthma OR OR", "01")]
    [InlineData("asthma?", "01")]
    [InlineData("<script>asthma</script>", "01")]
    public void Query_Clumsy_IsForgiven(string query, string expected) => Assert.Contains(expected, Registry.Ids(query));

    [Fact]
    public void Query_AnyText_NeverFailsUnexpectedly() =>
        Gen.String[Gen.OneOf(Gen.Char, Gen.Char["asthma -(\")ORANDNOT*'’ \t"]), 0, 60].Sample(text =>
        {
            try
            {
                Registry.Index.Search(new StudyQuery { Text = text, WithFacets = true });
            }
            catch (QueryRefusedException)
            {
                // a sentence for the person is the other outcome
            }
        }, iter: 500);
}
