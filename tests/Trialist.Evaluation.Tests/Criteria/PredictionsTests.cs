using Trialist.Criteria;

namespace Trialist.Evaluation.Criteria;

public sealed class PredictionsTests
{
    [Theory]
    // Leaf marks each side that has a sign of its own, Chia the value as a whole.
    [InlineData("leaf", "Age ≥ 18 and ≤ 65 years", 2)]
    [InlineData("chia", "Age ≥ 18 and ≤ 65 years", 1)]
    [InlineData("leaf", "18 < age < 65 years", 2)]
    [InlineData("leaf", "Minimum age: 18 years, maximum age: 65 years", 2)]
    [InlineData("leaf", "Age 18 to 65 years", 1)]
    [InlineData("chia", "Age 18 to 65 years", 1)]
    public void Range_IsCountedAsItsCorpusMarksIt(string corpus, string words, int count) =>
        Assert.Equal(count, Predictions.Of(CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {words}"), corpus).Comparisons.Count);

    [Fact]
    public void LiftedComparison_KeepsItsOwnWords()
    {
        const string Words = "Participants younger than 18 years, unless they have had the second of the two planned vaccinations against hepatitis B, hepatitis A, measles, mumps, rubella, tetanus, influenza, rabies, cholera, typhoid fever, yellow fever and varicella";
        var text = $"Exclusion Criteria:\n\n* {Words}";

        var comparison = Assert.Single(Predictions.Of(CriteriaReader.Default.Read(text), "leaf").Comparisons);

        Assert.Contains("18", text[comparison.Span.Start..comparison.Span.End], StringComparison.Ordinal);
    }
}
