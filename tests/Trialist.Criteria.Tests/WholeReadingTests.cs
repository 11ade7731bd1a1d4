namespace Trialist.Criteria.Tests;

/// <summary>Items under a criterion are read with it, not beside it.</summary>
public sealed class WholeReadingTests
{
    [Theory]
    [InlineData("Inclusion Criteria:\n* Age 18 years or older\n* ECOG 0-1", "Full Full")]
    [InlineData("Inclusion Criteria:\n* One of the following:\n  * Type 2 diabetes\n  * Hypertension", "Full")]
    [InlineData("Inclusion Criteria:\n* All of the following:\n  * Type 2 diabetes\n  * Xqz grumble of the flub", "Partial")]
    [InlineData("Inclusion Criteria:\n\n* One of the following:\n  * Asthma\n  * Zorblax of the qwert\n* Age ≥ 18 years", "Partial Full")]
    [InlineData("Please ask the site.", "None")]
    public void Criterion_WithItems_IsOne(string text, string readings) =>
        Assert.Equal(readings, string.Join(' ', WholeReading.Of(CriteriaReader.Default.Read(text))));
}
