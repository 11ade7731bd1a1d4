namespace Trialist.Criteria.Tests.Islands;

/// <summary>What a value comes from, what a disease is treated for or resists, and of whom something is asked.</summary>
public sealed class CausesTests
{
    [Theory]
    [InlineData("Total bilirubin ≤ 1.5 x ULN unless due to Gilbert syndrome", "total bilirubin ≤ 1.5 x ULN except gilbert syndrome")]
    [InlineData("Total bilirubin ≤ 1.5 x ULN, unless considered related to Gilbert syndrome or liver metastases", "total bilirubin ≤ 1.5 x ULN except (gilbert syndrome or liver metastasis)")]
    [InlineData("Total bilirubin ≤ 1.5 mg/dL, except in subjects with Gilbert syndrome", "total bilirubin ≤ 1.5 mg/dL except gilbert syndrome")]
    [InlineData("AST and ALT ≤ 3 x ULN (unless due to hemolysis)", "aspartate aminotransferase ≤ 3 x ULN except hemolysis and alanine aminotransferase ≤ 3 x ULN except hemolysis")]
    [InlineData("ALT ≤ 3 x ULN or ≤ 5 x ULN if related to liver metastases", "alanine aminotransferase ≤ 3 x ULN or (alanine aminotransferase ≤ 5 x ULN and liver metastasis)")]
    [InlineData("For asthmatic patients, FEV1 ≥ 80 % of predicted", "no asthma or FEV1 percent predicted ≥ 80 %")]
    [InlineData("For patients not receiving anticoagulants: INR ≤ 1.5", "anticoagulant or international normalized ratio ≤ 1.5")]
    [InlineData("Solid tumors for which no standard therapy exists", "solid tumor for which no standard therapy exists")]
    [InlineData("Solid tumor refractory to conventional therapy or for which no effective therapy exists", "refractory solid tumor to conventional therapy or solid tumor for which no effective therapy exists")]
    [InlineData("Platelet count greater than 100,000/mm(3)", "platelet count > 100000 /mm3")]
    [InlineData("DISEASE CHARACTERISTICS: Histologically confirmed breast cancer", "breast cancer")]
    [InlineData("Uncontrolled urticaria despite use of omalizumab", "uncontrolled urticaria despite use of omalizumab")]
    public void Inclusion_IsReadInFull(string words, string english) => AssertReads(One.Inclusion(words), english);

    [Theory]
    [InlineData("Patients treated for COPD", "treated chronic obstructive pulmonary disease")]
    [InlineData("Bone fracture within 4 weeks before the first dose or requiring elective surgery during the study", "fracture within 4 weeks before first dose or elective surgery during the study")]
    public void Exclusion_IsReadInFull(string words, string english) => AssertReads(One.Exclusion(words), english);

    [Theory]
    // Of both, or of the last alone.
    [InlineData("AST ≤ 3 x ULN and ALT ≤ 3 x ULN (unless due to hemolysis)")]
    [InlineData("Positive skin prick test to one or more allergens (dog, cat, or house dust mite)")]
    [InlineData("Prior therapy: treatment at least 2 months since sex hormone treatment")]
    // Many demands without a sign between them.
    [InlineData("DISEASE CHARACTERISTICS: Histologically proven endometrial cancer not amenable to surgery or radiotherapy Measurable disease Tumor at least 1 cm per x-ray or physical exam OR Tumor at least 2 cm")]
    public void Inclusion_ThatMayMeanTwoThings_StaysInPart(string words) => Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);

    private static void AssertReads(Criterion criterion, string english)
    {
        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }
}
