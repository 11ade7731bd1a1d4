namespace Trialist.Criteria.Tests.Islands;

/// <summary>A judgement whose limits are told in words behind it is decided by them.</summary>
public sealed class DefinitionTests
{
    [Theory]
    [InlineData("Clinically significant liver disease, defined as ALT > 3 x ULN", "liver disease and alanine aminotransferase > 3 x ULN")]
    [InlineData("Significant renal disease: creatinine > 2 mg/dL or proteinuria > 1 g/24 h", "kidney disease and (")]
    [InlineData("Clinically significant cardiac disease defined as NYHA class III or IV, myocardial infarction within 6 months", "heart disease and (")]
    public void Exclusion_WithADefinition_IsNoJudgement(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.StartsWith(english, One.English(criterion), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Adequate organ function as judged by the investigator: ANC ≥ 1500/µL, platelets ≥ 100,000/µL", 2)]
    [InlineData("Fit for surgery in the investigator's opinion: ASA ≤ 3, LVEF ≥ 50 %", 2)]
    public void Inclusion_JudgedWithLimits_KeepsTheLimits(string words, int limits)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(Reading.Full, criterion.Reading);
        var all = Assert.IsType<Predicate.All>(criterion.Predicate);
        Assert.IsType<Predicate.Judgement>(all.Items[0]);
        Assert.Equal(limits, Leaves.Of(all).Count(leaf => leaf.Bounds is not null));
    }

    // What a person is likely to do is judged as a whole, and no part of it becomes its contrary.
    [Fact]
    public void JudgedConduct_IsOneJudgement()
    {
        var criterion = One.Exclusion("In the investigator's judgment, the subject is unlikely to complete all visits, including follow-up visits, or comply with the protocol");

        Assert.Equal(Reading.Judgement, criterion.Reading);
        Assert.Empty(Leaves.Of(criterion.Predicate!));
    }
}
