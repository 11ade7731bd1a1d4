namespace Trialist.Criteria.Tests.Islands;

/// <summary>Units that are hardly ever written, doubled, misspelt or hidden behind a word.</summary>
public sealed class UnitTests
{
    [Theory]
    [InlineData("BMI > 32", "bmi", "kg/m2")]
    [InlineData("Body mass index between 19 and 29", "bmi", "kg/m2")]
    [InlineData("BMI (kg/m2) ≥ 21", "bmi", "kg/m2")]
    // No index of a body: how far from others.
    [InlineData("BMI > 2 SD", "bmi", "{SD}")]
    [InlineData("BMI < 5th percentile", "bmi.percentile", null)]
    [InlineData("Diastolic blood pressure above the 90th centile", "diastolic blood pressure percentile", null)]
    [InlineData("Gestational age ≥ 36", "gestational.age", "wk")]
    [InlineData("Gestational age of at least 36 completed weeks", "gestational.age", "wk")]
    [InlineData("Creatinine > 130 micromolar/L", "creatinine", "umol/L")]
    [InlineData("Creatinine > 130 µM/L", "creatinine", "umol/L")]
    [InlineData("Platelets ≥ 90,000/micoliter", "platelets", "/uL")]
    [InlineData("ALT ≤ 4 ULT", "alt", "[ULN]")]
    [InlineData("Creatinine ≤ 2 times the upper threshold limit (ULT)", "creatinine", "[ULN]")]
    [InlineData("Age below 11 moths", "age", "mo")]
    public void Unit_IsUnderstood(string words, string name, string? unit)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(Reading.Full, criterion.Reading);
        var leaf = Assert.Single(Walk.Leaves(criterion.Predicate));
        Assert.Equal((name, unit), (leaf.Concept.Name, leaf.Bounds!.Unit));
    }

    [Theory]
    // The other limit is on the same value, not on the disease.
    [InlineData("BMI ≥ 31 or ≥ 28 with diabetes")]
    [InlineData("BMI ≥ 31 or ≥ 28 kg/m2 with diabetes")]
    public void LimitBeforeWith_IsNotOfTheDisease(string words) =>
        Assert.All(Walk.Leaves(One.Inclusion(words).Predicate).Where(leaf => leaf.Bounds is not null), leaf => Assert.Equal("bmi", leaf.Concept.Name));

    [Theory]
    [InlineData("FEV1 reversibility ≥ 12 % and ≥ 200 mL", 200)]
    [InlineData("FEV1 reversibility of at least 10 % and 150 mL", 150)]
    public void ChangeOfVolume_IsAValueOfItsOwn(string words, int millilitres)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(Reading.Full, criterion.Reading);
        Assert.Contains(Walk.Leaves(criterion.Predicate), leaf => leaf.Concept.Name == "change in FEV1" && leaf.Bounds == new Bounds(new Bound(millilitres, true), null, "mL"));
    }

    [Theory]
    [InlineData("Women who do not use two effective forms of contraception")]
    [InlineData("Must use 2 methods of contraception")]
    [InlineData("Women of childbearing potential unless they are using two forms of birth control")]
    public void FormsOfContraception_AreCounted(string words) =>
        Assert.Contains(WithExempted(One.Exclusion(words).Predicate), leaf => leaf.Type == LeafType.Contraception && leaf.Bounds == new Bounds(new Bound(2, true), null, null));

    private static IEnumerable<Predicate.Leaf> WithExempted(Predicate? predicate) => Walk.Leaves(predicate).SelectMany(leaf => Walk.Leaves(leaf.Except).Prepend(leaf));

    [Theory]
    [InlineData("PD-L1 TPS ≥ 40 %")]
    [InlineData("Ki-67 > 15 %")]
    [InlineData("HER2 IHC 2+")]
    [InlineData("H-score ≥ 90")]
    public void MarkerOfATumour_IsABiomarker(string words) =>
        Assert.Equal(LeafType.Biomarker, Assert.Single(Walk.Leaves(One.Inclusion(words).Predicate)).Type);

    [Fact]
    public void TwoAgesWithoutAWordBetween_AreARange() =>
        Assert.Equal(new Bounds(new Bound(21, true), new Bound(55, true), "a"), Assert.Single(Walk.Leaves(One.Inclusion("Aged from 21 yo 55 years old").Predicate)).Bounds);
}
