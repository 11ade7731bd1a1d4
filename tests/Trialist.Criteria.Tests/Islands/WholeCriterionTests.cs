namespace Trialist.Criteria.Tests.Islands;

/// <summary>What only the whole of a criterion tells: tests by which a fact is found, exclusions worded as demands, how far a denial reaches.</summary>
public sealed class WholeCriterionTests
{
    [Theory]
    // How a fact is found is no fact of its own.
    [InlineData("Measurable disease on examination or CT scan", "measurable disease on examination or CT scan")]
    [InlineData("Measurable disease by palpation on clinical exam or radiographic imaging (x-ray, CT or MRI)", "measurable disease")]
    [InlineData("No bone metastases on plain film or bone scan", "no bone metastasis on plain film or bone scan")]
    // The first word is of any time, also where the lexicon knows the whole.
    [InlineData("No prior radiation therapy to the chest", "no history of radiotherapy to chest")]
    [InlineData("Previous treatment for scabies", "history of treatment for scabies")]
    [InlineData("No prior/concurrent digoxin", "no history of digoxin")]
    // Said once for both.
    [InlineData("HDL < 45 in females, < 35 mg/dL in males", "(HDL cholesterol < 45 mg/dL and female) or (HDL cholesterol < 35 mg/dL and male)")]
    [InlineData("Stage I or II lymphoma in complete remission", "stage I complete remission lymphoma or stage II complete remission lymphoma")]
    [InlineData("Chemotherapy: No prior chemotherapy", "no history of chemotherapy")]
    [InlineData("Healthy, man or woman, age 20 - 40 years old", "healthy volunteer and male or female and age 20 to 40 years")]
    // Words that go on in the next line.
    [InlineData("Participants with a triglyceride level of 400 mg/dL or greater are not \n  eligible.", "no triglycerides ≥ 400 mg/dL")]
    public void Inclusion_ReadsWhatIsAsked(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // "No" among what shuts out is a demand that was put there.
    [InlineData("No prior splenectomy", "history of splenectomy")]
    [InlineData("No known hypersensitivity to latex", "allergy to latex")]
    [InlineData("Not pregnant or nursing", "pregnancy or lactation")]
    [InlineData("No other active infection", "other active infection")]
    [InlineData("No access to a telephone", "no telephone access")]
    [InlineData("Any history of stroke or head trauma as obtained by history or from imaging studies", "history of stroke or history of head injury")]
    [InlineData("Pregnancy, or failure to use birth control (applicable to female subjects only)", "pregnancy or (female and no birth control)")]
    [InlineData("Opioid abuse or dependence within the past 3 months", "opioid use disorder within 3 months or opioid use disorder within 3 months")]
    [InlineData("Uncompensated hepatic, cardiac, or renal failure", "uncompensated liver failure or uncompensated heart failure or uncompensated renal failure")]
    [InlineData("Completed or ongoing treatment with lithium", "history of lithium")]
    [InlineData("Active alcohol or drug abuse", "active alcohol abuse or active drug abuse")]
    [InlineData("HIV infection and a CD4 count below 200/uL", "HIV infection and CD4 count < 200 /uL")]
    public void Exclusion_ReadsWhatShutsOut(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // Ahead or behind.
    [InlineData("Any planned surgery within 12 months")]
    [InlineData("Scheduled to receive a kidney transplant within 1 month of screening")]
    // Having it or not having it.
    [InlineData("No epilepsy")]
    [InlineData("No steroid treatment for at least 4 weeks")]
    // How far the words reach.
    [InlineData("Has never taken lithium or has previously taken valproate")]
    [InlineData("First-degree family history of diabetes, severe asthma, or other allergy")]
    [InlineData("Total or partial gastrectomy")]
    [InlineData("Men are not required to use contraception during the study")]
    [InlineData("Dependence on substances other than nicotine")]
    [InlineData("Liver fibrosis or positive urine protein and creatinine")]
    [InlineData("At least 10 mm by spiral CT scan")]
    [InlineData("Certain medications")]
    [InlineData("Treatable with topical treatments (radiotherapy or surgery)")]
    // A test or a value.
    [InlineData("A spirometry or peak flow with measurement of FEV1 < 70% of predicted")]
    [InlineData("Prior/Concurrent Therapy")]
    public void Exclusion_IsKeptInPart(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);

    [Theory]
    [InlineData("Any patient with diabetes should have a life expectancy of at least 3 months")]
    [InlineData("Patients on corticosteroids must be on a stable dose for at least 2 weeks")]
    [InlineData("Creatinine clearance > 60 mL/min; patients with ureteral obstruction must have it corrected")]
    [InlineData("Females of non-childbearing potential and male subjects")]
    [InlineData("Hypertension, gout, heart disease (for example, angina pectoris)")]
    [InlineData("The diagnosis of breast cancer must have been made by core needle biopsy")]
    [InlineData("No prior palliative radiotherapy Surgery: No prior axillary surgery")]
    [InlineData("Meets the institution's criteria for kidney transplantation")]
    public void Inclusion_OfSome_IsKeptInPart(string words) => Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);

    // What a heading above a list names shuts nobody out by itself.
    [Theory]
    [InlineData("Prior anticancer therapies:", Reading.Partial)]
    [InlineData("Any of the following anticancer therapies:", Reading.Full)]
    public void Heading_AboveAList_IsKeptInPart(string heading, Reading reading) =>
        Assert.Equal(reading, CriteriaReader.Default.Read($"Exclusion Criteria:\n\n* {heading}\n\n  * Chemotherapy within 4 weeks\n  * Radiotherapy within 2 weeks\n").Criteria[1].Reading);
}
