namespace Trialist.Criteria.Tests.Islands;

/// <summary>Words that change what a fact is and are easily lost: how much, when again, how long, by which formula, of which class.</summary>
public sealed class KeptWordsTests
{
    [Theory]
    // How much was taken out; of a value the word says nothing.
    [InlineData("Total colectomy", "total colectomy")]
    [InlineData("Total bilirubin > 2 mg/dL", "total bilirubin > 2 mg/dL")]
    // Two points in time.
    [InlineData("Fever at screening and baseline", "fever at screening and baseline")]
    [InlineData("Rash at screening or at randomization", "rash at screening or randomisation")]
    [InlineData("Chemotherapy within 14 days before Day 0", "chemotherapy within 14 days before day 0")]
    [InlineData("Chemotherapy within 14 days before Day 1", "chemotherapy within 14 days before day 1")]
    [InlineData("Prior chemotherapy before enrolment in the trial", "chemotherapy before enrolment")]
    // Each formula gives a value of its own.
    [InlineData("QTcF > 470 ms", "QTcF interval > 470 ms")]
    [InlineData("QTcB > 470 ms", "QTcB interval > 470 ms")]
    [InlineData("QTc > 470 ms using Fridericia's formula", "QTcF interval > 470 ms")]
    [InlineData("QTc > 470 ms", "QTc interval > 470 ms")]
    // The class is wider than the drug.
    [InlineData("Allergy to the class of study drug", "allergy to study drug class")]
    // How long is said of each.
    [InlineData("Long-term use of corticosteroids, opioids or NSAIDs", "chronic corticosteroid or chronic opioid or chronic nsaid")]
    // The noun is of both.
    [InlineData("Bleeding or thrombotic disorder", "bleeding disorder or thrombotic disorder")]
    [InlineData("Mood, anxiety or psychotic disorders", "mood disorder or anxiety disorder or psychosis")]
    // Now or at any time before.
    [InlineData("History of or with active interstitial lung disease", "history of interstitial lung disease")]
    [InlineData("Current or history of active tuberculosis", "history of active tuberculosis")]
    // What was needed belongs to what it was needed for.
    [InlineData("History of respiratory failure requiring intubation", "history of respiratory failure requiring intubation")]
    [InlineData("Autoimmune disease that has required systemic treatment in the past 2 years", "autoimmune disease that has required systemic treatment within 2 years")]
    [InlineData("Third-space effusion", "third-space fluid collection")]
    [InlineData("Effusion in the third space", "third-space fluid collection")]
    public void Exclusion_KeepsTheWord(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // An example of what is in a state is in that state; what is graded, in that grade.
    [InlineData("Uncontrolled atopic diseases (e.g. eczema, asthma)", "uncontrolled atopic disease or uncontrolled eczema or uncontrolled asthma")]
    [InlineData("Active infection including tuberculosis and HIV", "active infection or active tuberculosis or active HIV infection")]
    [InlineData("Serious heart disease such as heart failure", "serious heart disease or heart failure")]
    [InlineData("Other serious diseases (e.g. renal, cardiac)", "other serious disease or kidney disease or heart disease")]
    public void Examples_AreInTheStateOfTheirClass(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    // The class is too wide to shut anybody out; what is named does.
    [Theory]
    [InlineData("Medications such as aspirin or clopidogrel", "medication")]
    [InlineData("Oral or subcutaneous drugs such as antihistamines", "oral drug")]
    [InlineData("Known chronic disease such as asthma", "disease")]
    public void Exclusion_OfAWideClass_ShutsOutItsExamplesAlone(string words, string wide)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(Reading.Partial, criterion.Reading);
        var any = Assert.IsType<Predicate.Any>(criterion.Predicate);
        Assert.DoesNotContain(any.Items, item => item is Predicate.Leaf leaf && (leaf.Wording ?? leaf.Concept.Name) == wide);
        Assert.Contains(any.Items, item => item is Predicate.Leaf);
    }

    [Theory]
    // A stage or a manner before a list may be said of each.
    [InlineData("Stage III or IV melanoma or lung cancer")]
    [InlineData("Melanoma or lung cancer (stage III or IV)")]
    [InlineData("Long-term oral corticosteroids or immunosuppressants")]
    // What a drug does is no judgement, what is begun with it no use of it.
    [InlineData("Agents that affect T cells")]
    [InlineData("Planning to discontinue contraceptive precautions")]
    public void Exclusion_ThatIsHalfRead_IsInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);

    [Theory]
    // What must not be, among what is excluded, is what excludes.
    [InlineData("Subjects must not have been diagnosed with cancer", "cancer")]
    [InlineData("Patients may not take systemic corticosteroids within 2 weeks before screening", "systemic corticosteroid within 2 weeks before screening")]
    [InlineData("If they had a stroke within 30 days", "stroke within 30 days")]
    [InlineData("Plan to use any investigational drug during the study", "investigational drug during the study")]
    // The state waits for the noun behind the judged adjective; what is said behind is of both that share a noun.
    [InlineData("Uncontrolled or significant cardiovascular disease", "uncontrolled cardiovascular disease or (something that only a person can judge and cardiovascular disease)")]
    [InlineData("Autoimmune or inflammatory disorders requiring systemic steroids", "(autoimmune disease or inflammatory disease) and systemic corticosteroid")]
    [InlineData("History of pneumonitis/interstitial lung disease that required steroids, or ascites", "history of pneumonitis")]
    [InlineData("Use of beta-blockers (oral) or ACE inhibitors", "oral beta-blocker or ACE inhibitor")]
    [InlineData("Hypoxic seizures during a wheezing episode", "hypoxic seizure during wheezing episode")]
    [InlineData("Blood pressure > 150 mmHg despite antihypertensive treatment", "blood pressure > 150 mm[Hg] and antihypertensive")]
    [InlineData("Participation in other drug clinical trials within 3 months", "other clinical study within 3 months")]
    [InlineData("Steroids within 14 days before the first dose of durvalumab or tremelimumab", "corticosteroid within 14 days before first dose")]
    [InlineData("Pre-bronchodilator FEV1 < 60 % of predicted", "pre-bronchodilator FEV1 percent predicted < 60 %")]
    [InlineData("Osteomalacia or Paget's disease of bone", "osteomalacia or paget disease of bone")]
    [InlineData("Contra-indication for MRI", "contraindication to magnetic resonance imaging")]
    [InlineData("Use of prescribed opioids within 6 months before Day -1", "opioid within 6 months before day -1")]
    public void Exclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.StartsWith(english, One.English(criterion), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Minimum body weight of 30 kg", "body weight ≥ 30 kg")]
    [InlineData("Literate in Danish", "danish")]
    [InlineData("Sex: both males and females", "male or female")]
    [InlineData("Negative blood or urine pregnancy test", "negative pregnancy test")]
    [InlineData("Patient must understand and sign an informed consent document", "informed consent")]
    public void Inclusion_IsRead(string words, string english) => Assert.Equal(english, One.English(One.Inclusion(words)), ignoreCase: true);

    // Two times, of which a leaf has but one; a stage of pregnancy is no state of a drug.
    [Theory]
    [InlineData("Infection at registration or within 2 weeks before the first dose")]
    [InlineData("Investigational drugs during the third trimester of pregnancy")]
    [InlineData("Subjects must not have asthma and must have stable weight")]
    public void Exclusion_OfTwoMinds_IsNotFull(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);

    [Fact]
    public void Capsule_ThatIsAnInstrument_IsNoMedicine() =>
        Assert.DoesNotContain("oral medication", One.English(One.Inclusion("Willing to swallow the video capsule endoscope")), StringComparison.Ordinal);
}
