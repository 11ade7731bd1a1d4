namespace Trialist.Criteria.Tests.Structure;

public sealed class GroupHeadingsTests
{
    [Theory]
    [InlineData("Age 65-70 years:", Reading.Partial)]
    [InlineData("Males ≥ 16 years:", Reading.Partial)]
    // These ask the list of everybody.
    [InlineData("Age 18-65 years who have:", Reading.Full)]
    [InlineData("Patients aged 18 years or older must have:", Reading.Full)]
    [InlineData("Age ≥ 75 years or age 60 to 74 years and at least one of:", Reading.Full)]
    public void AgeAboveAList_MayOnlyNameAGroup(string words, Reading reading)
    {
        var document = CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {words}\n  * ECOG 0\n  * LVEF > 50%");

        Assert.Equal(reading, document.Criteria[1].Reading);
        Assert.Equal("I1", document.Criteria[2].Parent);
    }
}
