namespace Trialist.Criteria.Tests.Islands;

/// <summary>What a treatment did, how long ago it must have ended, and for whom a limit is wider.</summary>
public sealed class RecoveryTests
{
    [Theory]
    // Who has not recovered to grade 1 has a higher grade.
    [InlineData("Toxicities from prior anti-tumor therapy that have not recovered to ≤ Grade 1 (per CTCAE V5.0)", "toxicity from prior anti-tumor therapy grade > 1")]
    [InlineData("Have not recovered from the toxicity of prior chemotherapy to < grade 2", "toxicity of prior chemotherapy grade ≥ 2")]
    [InlineData("Not recovered from the toxicity of prior chemotherapy to grade 1 before the first dose", "toxicity of prior chemotherapy grade > 1 at first dose")]
    [InlineData("Adverse events of previous treatment not resolved to baseline", "adverse event of previous treatment above baseline")]
    [InlineData("Unresolved toxicities from previous anticancer therapy, defined as toxicities (other than alopecia) not yet resolved to grade 0 or 1 or baseline", "toxicity of prior treatment from previous anticancer therapy above baseline grade > 1 except alopecia")]
    public void NotRecovered_IsOfAHigherGrade(string words, string english) => AssertReads(One.Exclusion(words), english);

    [Theory]
    [InlineData("Resolution of all toxicities of prior chemotherapy to grade 1 or less", "no toxicity of prior chemotherapy grade > 1")]
    [InlineData("Toxic effects of prior treatment must have resolved to grade ≤ 1, except alopecia", "no toxic effect of prior treatment grade > 1 except alopecia")]
    public void Recovered_IsOfNoHigherGrade(string words, string english) => AssertReads(One.Inclusion(words), english);

    [Theory]
    [InlineData("Toxicities of prior therapy not recovered to grade 2 or higher")]
    [InlineData("Adverse events have not recovered")]
    public void RecoveryToNoGrade_IsNotReadSo(string words) => Assert.DoesNotContain(Walk.Leaves(One.Exclusion(words).Predicate), leaf => leaf.Bounds is { Min.Inclusive: false });

    [Theory]
    [InlineData("At least 4 weeks since prior radiotherapy and recovered", "no radiotherapy within less than 4 weeks and no unrecovered toxicity of prior treatment from radiotherapy")]
    [InlineData("At least 4 weeks since prior chemotherapy (6 weeks for nitrosoureas)", "no chemotherapy within less than 4 weeks and no nitrosourea within less than 6 weeks")]
    [InlineData("Radiotherapy: at least 3 weeks since prior radiotherapy", "no radiotherapy within less than 3 weeks")]
    [InlineData("4 weeks washout period of systemic corticosteroids", "no systemic corticosteroid within less than 4 weeks")]
    public void TimeSinceTreatment_IsNoneWithinIt(string words, string english) => AssertReads(One.Inclusion(words), english);

    [Fact]
    public void TimeSinceTreatment_EndsWithItsSentence() =>
        Assert.NotEqual(Reading.Full, One.Inclusion("At least 7 days since the last growth factor. At least 14 days after receiving pegfilgrastim.").Reading);

    [Theory]
    [InlineData("Guillain-Barre syndrome within 6 weeks of a previous influenza vaccination", "guillain-barre syndrome within 6 weeks before a previous influenza vaccination")]
    [InlineData("Clinical history (within 2 years) of drug abuse", "drug abuse within 2 years")]
    [InlineData("Recent (within 3 months) myocardial infarction", "myocardial infarction within 3 months")]
    [InlineData("Hypersensitivity to HX-20093", "allergy to hx-20093")]
    public void TimeOrCode_IsReadAsOne(string words, string english) => AssertReads(One.Exclusion(words), english);

    [Theory]
    // A kind of what excludes is lifted; what stands apart from it was never excluded.
    [InlineData("Brain metastases. Patients with treated brain metastases are eligible.", "brain metastasis except treated brain metastasis")]
    [InlineData("Cancer within 5 years. Exception: basal cell carcinoma.", "cancer within 5 years except basal cell carcinoma")]
    [InlineData("Received a live vaccine within 30 days. Administration of killed vaccines is allowed.", "live vaccine within 30 days")]
    [InlineData("Systemic corticosteroids within 2 weeks (inhaled corticosteroids are permitted)", "systemic corticosteroid within 2 weeks")]
    public void Admission_LiftsItsOwnKind(string words, string english) => AssertReads(One.Exclusion(words), english);

    [Theory]
    // Whether it is a kind of what excludes, or may lift it, is not known.
    [InlineData("Heart surgery. Those having undergone appendectomy may participate.")]
    [InlineData("Hypertension. Antihypertensive therapy is allowed.")]
    [InlineData("Prior treatment with any EGFR inhibitor (patients treated with chemotherapy are allowed)")]
    [InlineData("Current use of corticosteroids; previous use of corticosteroids is allowed")]
    [InlineData("Immunosuppressants (prednisone or prednisolone ≤ 10 mg/day is allowed)")]
    [InlineData("Other cancer within 5 years. Participants with any of the following cancers are not excluded:")]
    public void Admission_OfAnything_StaysInPart(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);

    [Theory]
    [InlineData("Washout periods before screening:", "Long-acting beta-agonists: 24 hours", "no long-acting beta-agonist within less than 24 hours")]
    [InlineData("The following therapies must be discontinued for the specified duration:", "Cytotoxic chemotherapy: ≥ 21 days", "no chemotherapy within less than 21 days")]
    public void ItemOfWashouts_IsNoneWithinItsTime(string above, string item, string english) =>
        AssertReads(CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {above}\n\n  * {item}\n  * Aspirin: 7 days\n").Criteria[2], english);

    [Fact]
    public void ItemOfAnotherList_IsNoWashout() =>
        Assert.NotEqual(Reading.Full, CriteriaReader.Default.Read("Inclusion Criteria:\n\n* Effective contraception after the last dose of:\n\n  * Lenvatinib: 30 days\n  * Aspirin: 7 days\n").Criteria[2].Reading);

    [Theory]
    [InlineData("ALT ≤ 2.5 x ULN; ≤ 5 x ULN in the presence of liver metastases", "alanine aminotransferase ≤ 2.5 x ULN or (alanine aminotransferase ≤ 5 x ULN and liver metastasis)")]
    [InlineData("AST ≤ 2.5 x ULN unless liver metastases are present, in which case it must be ≤ 5 x ULN", "aspartate aminotransferase ≤ 2.5 x ULN or (aspartate aminotransferase ≤ 5 x ULN and liver metastasis)")]
    [InlineData("ALT ≤ 2.5 x ULN; if liver metastases are present, ≤ 5 x ULN", "alanine aminotransferase ≤ 2.5 x ULN or (alanine aminotransferase ≤ 5 x ULN and liver metastasis)")]
    [InlineData("Total bilirubin ≤ 1.5 x ULN; patients with Gilbert syndrome may have a bilirubin ≤ 3 x ULN", "total bilirubin ≤ 1.5 x ULN or (total bilirubin ≤ 3 x ULN and gilbert syndrome)")]
    [InlineData("Total bilirubin ≤ 1.5 x ULN (for subjects with Gilbert syndrome ≤ 3 x ULN)", "total bilirubin ≤ 1.5 x ULN or (total bilirubin ≤ 3 x ULN and gilbert syndrome)")]
    [InlineData("Total bilirubin ≤ 1.5 x ULN (patients with Gilbert syndrome ≤ 3 x ULN)", "total bilirubin ≤ 1.5 x ULN or (total bilirubin ≤ 3 x ULN and gilbert syndrome)")]
    [InlineData("ALT and AST ≤ 3 x ULN (liver metastases ≤ 5 x ULN)", "(alanine aminotransferase ≤ 3 x ULN and aspartate aminotransferase ≤ 3 x ULN) or ((alanine aminotransferase ≤ 5 x ULN and aspartate aminotransferase ≤ 5 x ULN) and liver metastasis)")]
    [InlineData("ALT ≤ 2.5 x ULN without liver metastases and ≤ 5 x ULN with liver metastases", "(liver metastasis or alanine aminotransferase ≤ 2.5 x ULN) and (no liver metastasis or alanine aminotransferase ≤ 5 x ULN)")]
    [InlineData("Positive skin prick test (wheal ≥ 3 mm) to peanut or cashew", "(skin prick test positive to peanut and skin prick test wheal diameter ≥ 3 mm) or (skin prick test positive to cashew and skin prick test wheal diameter ≥ 3 mm)")]
    [InlineData("Positive skin prick test (wheal ≥ 3 mm) to peanut", "skin prick test positive to peanut and skin prick test wheal diameter ≥ 3 mm")]
    public void LimitOfSome_IsBesideThatOfAll(string words, string english) => AssertReads(One.Inclusion(words), english);

    private static void AssertReads(Criterion criterion, string english)
    {
        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }
}
