using Trialist.Screening.Ranking;
using static Trialist.Screening.Tests.Made;

namespace Trialist.Screening.Tests.Ranking;

public sealed class ExclusionWordsTests
{
    private static readonly Dictionary<string, double> Words = new(StringComparer.Ordinal) { ["asthma"] = 1, ["cirrhosis"] = 3, ["seizure"] = 2, ["fever"] = 0.5 };

    [Theory]
    [InlineData("Cirrhosis or seizures", "", 5)]                          // both words, as the index folds them
    [InlineData("Cirrhosis|Seizures with fever", "", 3)]                  // the exclusion with the most of them, not their sum
    [InlineData("Asthma with cirrhosis", "", 3)]                          // what the study is about shuts nobody out
    [InlineData("Cirrhosis beyond class A", "Cirrhosis of class A", 0)]   // nor does a word that the study asks for
    [InlineData("Pregnancy", "", 0)]
    [InlineData("", "Fever", 0)]
    public void MostShared_WeighsTheExclusionThatHoldsMostOfThePatientsWords(string exclusions, string inclusions, double expected)
    {
        var study = Study(1, "Asthma", [.. Criteria('E', exclusions), .. Criteria('I', inclusions)]);

        Assert.Equal([expected], new ExclusionWords([study]).MostShared(Words));
    }

    [Fact]
    public void MostShared_WithoutCriteria_IsNothing() =>
        Assert.Equal([0], new ExclusionWords([Study(1, "Asthma") with { Criteria = null }]).MostShared(Words));

    private static IEnumerable<Criterion> Criteria(char kind, string texts) =>
        texts.Split('|', StringSplitOptions.RemoveEmptyEntries).Select((text, i) => Criterion($"{kind}{i + 1}", null) with { Text = text });
}
