namespace Trialist.Criteria.Tests.Islands;

/// <summary>Scores whose values are letters.</summary>
public sealed class LettersTests
{
    [Theory]
    [InlineData("Child-Pugh class A", "Child-Pugh score 5 to 6")]
    [InlineData("Child-Pugh class B or C", "Child-Pugh score 7 to 15")]
    [InlineData("Child-Pugh A5-B7", "Child-Pugh score 5 to 7")]
    [InlineData("Child-Pugh Score, Class A (score 5-6)", "Child-Pugh score 5 to 6")]
    [InlineData("Child-Pugh ≥ B", "Child-Pugh score ≥ 7")]
    [InlineData("Child-Pugh > A", "Child-Pugh score > 6")]
    [InlineData("Child-Pugh class B or worse", "Child-Pugh score ≥ 7")]
    [InlineData("Child-Pugh class B or better", "Child-Pugh score ≤ 9")]
    [InlineData("Severe hepatic impairment (Child-Pugh class C)", "severe hepatic impairment and Child-Pugh score 10 to 15")]
    public void Letter_IsReadAsThePointsThatItStandsFor(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }
}
