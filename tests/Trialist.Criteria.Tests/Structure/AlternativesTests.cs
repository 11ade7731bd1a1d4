namespace Trialist.Criteria.Tests.Structure;

/// <summary>Items that an "or" makes one demand with the next, and lists that say who may take part after all.</summary>
public sealed class AlternativesTests
{
    [Theory]
    [InlineData("Creatinine \u2264 1.4 mg/dL OR", "Creatinine clearance \u2265 55 mL/min")]
    [InlineData("Asthma", "and/or allergic rhinitis")]
    public void Inclusions_JoinedByOr_AreLeftInPart(string first, string second)
    {
        var criteria = CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {first}\n* {second}\n* Age 18 to 60 years").Criteria;

        Assert.Equal([Reading.Partial, Reading.Partial, Reading.Full], criteria.Skip(1).Select(criterion => criterion.Reading));
    }

    [Fact]
    public void Exclusions_JoinedByOr_AreReadByThemselves()
    {
        var criteria = CriteriaReader.Default.Read("Exclusion Criteria:\n\n* Asthma or\n* Rhinitis").Criteria;

        Assert.All(criteria.Skip(1), criterion => Assert.Equal(Reading.Full, criterion.Reading));
    }

    [Fact]
    public void List_OfWhatLetsIn_DecidesNothingAlone()
    {
        var criteria = CriteriaReader.Default.Read("Exclusion Criteria:\n\n* Known HIV infection with a current CD4 count < 300 cells/uL. Participants with HIV are eligible if:\n  * They have received antiretroviral therapy for \u2265 5 weeks\n* Asthma").Criteria;

        Assert.Equal([Reading.Partial, Reading.Partial, Reading.Full], criteria.Skip(1).Select(criterion => criterion.Reading));
    }
}
