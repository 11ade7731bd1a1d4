using Trialist.Criteria.Repair;

namespace Trialist.Criteria.Tests.Repair;

public sealed class GluedWordsTests
{
    [Theory]
    [InlineData("urinarytractinfectionand", "urinary tract infection and")]
    [InlineData("hemorrhagicdiseases", "hemorrhagic diseases")]
    [InlineData("diseasessuch", "diseases such")]
    [InlineData("toscreening", "to screening")]
    [InlineData("ofnormal", "of normal")]
    [InlineData("indoorair", "indoor air")]
    public void GluedWord_FallsApartInOneWay(string glued, string parted) => Assert.Equal(parted, Parted(glued));

    [Theory]
    [InlineData("injector")]
    [InlineData("laboratories")]
    [InlineData("transbronchial")]
    [InlineData("contralateral")]
    [InlineData("inpatient")]
    [InlineData("xyzzyplugh")]
    public void OneWord_StaysWhole(string word) => Assert.Equal(word, Parted(word));

    [Fact]
    public void RepairedCriterion_KeepsTheSpansOfTheText()
    {
        const string Words = "Severe infection (excluding simple urinarytractinfectionand bacterial pharyngitis), or therapy with in haledsteroids";

        var criterion = One.Exclusion(Words);

        Assert.Equal(Reading.Full, criterion.Reading);
        Assert.Contains("except (simple urinary tract infection or bacterial pharyngitis)", One.English(criterion), StringComparison.Ordinal);
        var spans = Criteria.Leaves.Of(criterion.Predicate!).Select(leaf => criterion.Text.Substring(leaf.Span.Start - criterion.Span.Start, leaf.Span.Length)).ToArray();
        Assert.Contains("simple urinarytractinfection", spans);
        Assert.Contains("in haledsteroids", spans);
    }

    private static string Parted(string word)
    {
        var parted = word;
        foreach (var cut in Enumerable.Reverse(GluedWords.Cuts(word) ?? []))
        {
            parted = parted.Insert(cut, " ");
        }

        return parted;
    }
}
