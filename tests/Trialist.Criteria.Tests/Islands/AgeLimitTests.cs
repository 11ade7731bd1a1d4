using Trialist.Criteria.English;

namespace Trialist.Criteria.Tests.Islands;

public sealed class AgeLimitTests
{
    [Theory]
    // The number before its sign.
    [InlineData("18 < age < 80 years", "> 18 and < 80 years")]
    [InlineData("18 ≤ Age ≤ 65", "18 to 65 years")]
    [InlineData("20 = Age < 80 years", "≥ 20 and < 80 years")]
    // Said of persons, or with words of age.
    [InlineData("Kidney transplant recipients ≥ 18 years", "≥ 18 years")]
    [InlineData("Renal transplant patients (≥21years)", "≥ 21 years")]
    [InlineData("Alopecia and between 18 and 60 years", "18 to 60 years")]
    [InlineData("Inpatient ≥18 y.o.", "≥ 18 years")]
    [InlineData("From 12 to 20 years old, with a history of asthma", "12 to 20 years")]
    [InlineData("7 and 65 years old", "7 to 65 years")]
    [InlineData("Age 60+ years", "≥ 60 years")]
    [InlineData("Female or male of 50 to 85 years old", "50 to 85 years")]
    [InlineData("Asthma with or without ulcers who are aged greater than 20 years", "> 20 years")]
    [InlineData("Age: 18 to75 years old", "18 to 75 years")]
    public void Age_IsToldFromOtherLengthsOfTime(string words, string limit) =>
        Assert.Equal(limit, PredicateEnglish.Say(Walk.Leaves(One.Inclusion(words).Predicate).Single(leaf => leaf is { Type: LeafType.Age, Bounds: not null }).Bounds!));

    [Theory]
    [InlineData("Age < 18 or > 75", "< 18 years", "> 75 years")]
    [InlineData("Age > 21 years or less than 2", "> 21 years", "< 2 years")]
    [InlineData("< 30 or > 69 years old", "< 30 years", "> 69 years")]
    [InlineData("Age 13-17 years or 18-20", "13 to 17 years", "18 to 20 years")]
    public void SecondLimit_IsOnTheSameAge(string words, string first, string second)
    {
        var any = Assert.IsType<Predicate.Any>(One.Exclusion(words).Predicate);

        Assert.Equal([("age", first), ("age", second)], any.Items.Select(item => (((Predicate.Leaf)item).Concept.Name, PredicateEnglish.Say(((Predicate.Leaf)item).Bounds!))));
    }

    [Theory]
    [InlineData("Women at least one year postmenopausal")]
    [InlineData("Diabetes for at least 20 years")]
    [InlineData("More than 15 years after transplantation")]
    public void OtherLengthOfTime_IsNoAge(string words) =>
        Assert.DoesNotContain(Walk.Leaves(One.Inclusion(words).Predicate), leaf => leaf.Type == LeafType.Age);

    [Theory]
    [InlineData("18 years of age")]
    [InlineData("Hemoglobin 10 g/dL")]
    [InlineData("ALT three times the upper limit of normal")]
    public void NumberWithoutASign_LeavesOtherValuesUnknown(string words)
    {
        var any = Assert.IsType<Predicate.Any>(One.Inclusion(words).Predicate);

        Assert.IsType<Predicate.Leaf>(any.Items[0]);
        Assert.IsType<Predicate.Unread>(any.Items[1]);
    }
}
