namespace Trialist.Criteria.Tests.Islands;

public sealed class PermissionTests
{
    [Theory]
    [InlineData("No prior chemotherapy; prior palliative radiotherapy or surgery allowed", "treatment")]
    [InlineData("LVEF > 50 %; topical steroids are permitted", "treatment")]
    [InlineData("Age ≤ 75 years; patients aged 76-80 years permitted with approval", "age")]
    public void WhatIsAllowed_IsNoDemand(string words, string type)
    {
        foreach (var criterion in (Criterion[])[One.Inclusion(words), One.Exclusion(words)])
        {
            Assert.Equal(Reading.Partial, criterion.Reading);
            Assert.InRange(Walk.Leaves(criterion.Predicate).Count(leaf => string.Equals(leaf.Type.ToString(), type, StringComparison.OrdinalIgnoreCase)), 0, 1);
        }
    }

    [Fact]
    public void AllowedLimit_WidensTheOneBeforeIt()
    {
        var any = Assert.IsType<Predicate.Any>(One.Inclusion("Age ≤ 75 years; patients aged 76-80 years permitted with approval").Predicate);

        Assert.IsType<Predicate.Unread>(any.Items[^1]);
    }

    [Fact]
    public void WhatIsNotAllowed_IsStillDenied() =>
        Assert.Contains(Assert.IsType<Predicate.All>(One.Inclusion("Asthma; topical steroids are not allowed").Predicate).Items, item => item is Predicate.Not);

    [Theory]
    // A table by age, as of creatinine: nobody is asked to be of each age.
    [InlineData("1 to <2 years: 0.6")]
    [InlineData("≥ 16 years: male 1.7, female 1.4")]
    [InlineData("Age 65-70 years: good performance status")]
    public void AgeBeforeAColon_ShutsNobodyOut(string words)
    {
        var all = Assert.IsType<Predicate.All>(One.Inclusion(words).Predicate);

        Assert.IsType<Predicate.Not>(Assert.IsType<Predicate.Any>(all.Items[0]).Items[0]);
        Assert.IsType<Predicate.Unread>(all.Items[1]);
    }

    [Theory]
    [InlineData("Seen in the ER for asthma")]
    [InlineData("ER visit for asthma")]
    public void EmergencyRoom_IsNoReceptor(string words) =>
        Assert.DoesNotContain(Walk.Leaves(One.Exclusion(words).Predicate), leaf => leaf.Concept.Name.Contains("receptor", StringComparison.Ordinal));
}
