using Trialist.Criteria;

namespace Trialist.Web.Studies;

public sealed class WholeReadingTests
{
    [Theory]
    [InlineData("Inclusion Criteria:\n\n* Age ≥ 18 years\n* Asthma", "Full Full")]
    [InlineData("Inclusion Criteria:\n\n* One of the following:\n  * Asthma\n  * Diabetes mellitus\n* Age ≥ 18 years", "Full Full")]
    [InlineData("Inclusion Criteria:\n\n* One of the following:\n  * Asthma\n  * Zorblax of the qwert\n* Age ≥ 18 years", "Partial Full")]
    public void Items_BelongToTheirCriterion(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', WholeReading.Of(CriteriaReader.Default.Read(text))));
}
