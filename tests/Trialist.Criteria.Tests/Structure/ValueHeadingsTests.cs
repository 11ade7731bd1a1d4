namespace Trialist.Criteria.Tests.Structure;

/// <summary>Headings that name the value of the bare numbers under them, and lines that only head others.</summary>
public sealed class ValueHeadingsTests
{
    [Theory]
    [InlineData("Age", "18 and over", "age ≥ 18 years")]
    [InlineData("Age", "16 to 50", "age 16 to 50 years")]
    [InlineData("Age", "Under 22 at time of diagnosis", "age < 22 years at diagnosis")]
    [InlineData("Life expectancy", "At least 12 weeks", "life expectancy ≥ 12 weeks")]
    [InlineData("Performance status", "WHO 0-2", "ECOG performance status 0 to 2")]
    [InlineData("Performance status", "0-1", "ECOG performance status 0 to 1")]
    public void Number_UnderTheNameOfItsValue_IsRead(string heading, string item, string english)
    {
        var criterion = CriteriaReader.Default.Read($"PATIENT CHARACTERISTICS:\n\n{heading}:\n\n  -  {item}\n\nPerformance status:\n\n  -  ECOG 0-2\n").Criteria.Single(one => one.Id == "I1");

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("PATIENT CHARACTERISTICS:\n\nAge:\n\n  -  18 and over\n")]
    [InlineData("  -  Prior/Concurrent Therapy--\n\n  -  Age 18 and over\n")]
    [InlineData("Menopausal status: Not specified\n\n  -  Age 18 and over\n")]
    [InlineData("  -  See Disease Characteristics\n\n  -  Age 18 and over\n")]
    [InlineData("  -  Prior corticosteroids allowed\n\n  -  Age 18 and over\n")]
    public void Line_ThatAsksNothing_IsANote(string text) =>
        Assert.Single(CriteriaReader.Default.Read(text).Criteria, one => one.Kind != CriterionKind.Note);

    // What limits what is allowed asks for it.
    [Theory]
    [InlineData("  -  No other malignancy allowed\n")]
    [InlineData("  -  Up to two prior regimens allowed\n")]
    public void Line_ThatLimitsWhatIsAllowed_IsACriterion(string text) =>
        Assert.Contains(CriteriaReader.Default.Read(text).Criteria, one => one.Kind != CriterionKind.Note);
}
