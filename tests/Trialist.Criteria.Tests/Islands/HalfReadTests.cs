namespace Trialist.Criteria.Tests.Islands;

/// <summary>What a criterion that is read in part may decide: words that only narrow a fact leave its absence sure, words that say of whom or in which case it is asked do not.</summary>
public sealed class HalfReadTests
{
    [Theory]
    // Whom the demand is made of, and in which case.
    [InlineData("Karnofsky of at least 60 (for zorbified patients > 10 years of age)")]
    [InlineData("Female patients must zorb contraception; males must zorb condoms")]
    [InlineData("If zorbing is planned, diabetes")]
    // An upper limit of what was given asks for none of it.
    [InlineData("No more than 1 prior therapy with an investigational agent")]
    [InlineData("<= 2 weeks zorbed previous treatment with protease inhibitors")]
    [InlineData("At least 3 weeks since prior zorbing for ovarian cancer and recovered")]
    // The object of words that were not understood.
    [InlineData("Zorbing fit to receive pembrolizumab")]
    [InlineData("Relatives of zorbs with diabetes")]
    // A sentence that defines, permits or wishes.
    [InlineData("Zorbed pentamidine is preferred, diabetes")]
    [InlineData("Asthma. Zorbs of patients with diabetes are eligible if zorbed.")]
    [InlineData("Part 2 Cohort 6: Participants with zorbed asthma")]
    // What only permits, or says of whom or in which case, stands among words that were understood.
    [InlineData("ECOG 0-2 (ECOG 3 for zorbing allowed)")]
    [InlineData("DLCO at least 50% if pneumonectomy is planned or zorbing after chemotherapy")]
    [InlineData("At least one measurable lesion (patients with a brain lesion as zorb are not accepted)")]
    [InlineData("Written zorb. Assent is asked of minors age 12 years or older")]
    [InlineData("Bilirubin no greater than 4 mg/dL (zorbs only)")]
    [InlineData("Participants with zorbed psychiatric comorbidities are included")]
    // An alternative that was not understood.
    [InlineData("CD4 count <= 200 cells/mm3 or <= 15 percent of lymphocytes or a history of zorbing")]
    // What is to be done is the object of the will.
    [InlineData("Willing to comply with visits, food challenges, zorb collection")]
    // It is not clear how the list is joined, or what its limit is of.
    [InlineData("Criteria for asthma, migraine, zorb epilepsy, gout")]
    [InlineData("Sensory and motor neuropathy no greater than grade 1, zorb")]
    // One half of a word, an object, a need: none of it says that the person has had it.
    [InlineData("Zorbing post-operative radiotherapy")]
    [InlineData("Meets the zorbs to have a bronchoscopy")]
    [InlineData("Contrast CT of the chest for zorbing")]
    [InlineData("Access to a zorb for the storage of adefovir")]
    [InlineData("Zorbing requiring insulin")]
    // A value at another time, of another kind, or one of two.
    [InlineData("Age < 50 years at zorb onset")]
    [InlineData("Basophils at least 20 % plus zorbs")]
    [InlineData("Zorbs of 1. FEV1 < 80 % or 2. methacholine PC20 < 16 mg/ml")]
    // Of some persons only.
    [InlineData("Healthy zorbs aged 18 to 50 years (for the first zorb)")]
    [InlineData("Fifty percent of zorbs: 50% of patients must have a platelet count > 100,000/mm3")]
    [InlineData("Zorbed platelet count > 100,000/mm3 (if zorbed)")]
    [InlineData("Motivated zorbs to quit smoking")]
    [InlineData("Group 1 zorbing volunteers: platelet count > 100,000/mm3 and zorbs")]
    [InlineData("Normal chest x-ray (optional)")]
    // A denial of a sign of something, or of one of two ways.
    [InlineData("Ascites is not zorbing")]
    [InlineData("No infection as evidenced by zorbs, fever or edema")]
    [InlineData("Never had a biologic or at least zorbed a biologic")]
    public void Inclusion_InPart_ShutsNobodyOut(string words)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(Reading.Partial, criterion.Reading);
        Assert.DoesNotContain(false, Answers(criterion.Predicate!));
    }

    [Theory]
    [InlineData("Zorbed histologically confirmed melanoma")]
    [InlineData("Melanoma (zorbed)")]
    [InlineData("A component of zorbed melanoma")]
    [InlineData("Age 18 to 65 years and zorbed")]
    [InlineData("Zorbing response to levodopa")]
    [InlineData("Documented zorbed gastric bypass")]
    [InlineData("At least 13 years old (zorbing by a parent or consent required if under 18)")]
    public void Inclusion_WithNarrowingWords_MayStillFail(string words) => Assert.Contains(false, Answers(One.Inclusion(words).Predicate!));

    [Theory]
    [InlineData("No zorbing of the injury")]
    [InlineData("Participated in studies of drugs or zorbs within 30 days before screening")]
    [InlineData("Asthma. Patients with zorbed asthma may be included.")]
    [InlineData("Part 2 (zorb): asthma")]
    // The exception may be from each of those before it.
    [InlineData("Active arthritis or zorbed spondyloarthropathy other than psoriatic arthritis")]
    [InlineData("Hospitalization within 1 month, not due to a zorbed airway disease")]
    [InlineData("Have taken prednisone or zorbs. (Prednisone for patients with zorbs is allowed.)")]
    // So may be the judgement, and what is asked besides.
    [InlineData("Allergy to penicillin, or zorb allergy that, in the opinion of the investigator, interferes with the study")]
    [InlineData("Type 1 diabetes or type 2 diabetes and zorbed glucose >= 300 mg/dl unless zorbed")]
    // What is denied beside it was not understood.
    [InlineData("Weight loss not zorbed to a migraine")]
    // Words behind it narrow it, or say what came of it.
    [InlineData("Infection in or about the zorb")]
    [InlineData("Heparin within 48 hours, resulting in zorbed coagulation")]
    [InlineData("Asthma that is zorbed or required zorbs, hospitalization or intubation")]
    // The other limit may be the one that is asked.
    [InlineData("Bilirubin > 1.5 x ULN or bilirubin > 2.5 x ULN in zorbs")]
    // The time, or what it is the cause of, stands elsewhere.
    [InlineData("Within the zorb of 6 months before screening, any pneumonia")]
    [InlineData("Zorbed zorbs after weeks of zorb and vitamin D")]
    // What is named again in a sentence that was not understood.
    [InlineData("Known asthma. Zorbs with asthma are zorbed when zorbs are met.")]
    // A sign of what was not understood is no case of its own.
    [InlineData("Response to zorbs, as determined by an increase in hemoglobin > 1 g/dL")]
    [InlineData("Zorbed exacerbation of a disease (asthma or rhinitis)")]
    [InlineData("Phase II: zorbs; asthma; gout")]
    [InlineData("Either previously irradiated or zorbing")]
    [InlineData("Cancer except: zorbing; cervical carcinoma in situ")]
    [InlineData("History of cancer except cervical carcinoma in situ or zorbing. Basal cell carcinoma is acceptable")]
    [InlineData("Asthma or zorbing in the extension phase")]
    public void Exclusion_InPart_IsNotSure(string words)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(Reading.Partial, criterion.Reading);
        Assert.DoesNotContain(true, Answers(criterion.Predicate!));
    }

    [Theory]
    [InlineData("Asthma or zorbing")]
    [InlineData("Zorbs, asthma or diabetes")]
    [InlineData("Asthma or zorbs. Cancer other than melanoma")]
    [InlineData("Radiotherapy within 4 weeks or those who have not zorbed")]
    [InlineData("Uncontrolled diabetes or zorbed gout")]
    [InlineData("Zorbed zorbs, pregnancy or men who zorb")]
    [InlineData("Women of childbearing potential not zorbing contraception")]
    public void Exclusion_WithOneCaseRead_MayBeMet(string words) => Assert.Contains(true, Answers(One.Exclusion(words).Predicate!));

    // What a predicate may say, each leaf taken on its own; null is unknown.
    private static HashSet<bool?> Answers(Predicate predicate) => predicate switch
    {
        Predicate.Leaf => [true, false, null],
        Predicate.Unread or Predicate.Judgement => [null],
        Predicate.Not not => [.. Answers(not.Item).Select(truth => !truth)],
        Predicate.All all => Joined(all.Items, (one, other) => one & other),
        Predicate.Any any => Joined(any.Items, (one, other) => one | other),
        Predicate.AtLeast => [true, false, null],
    };

    private static HashSet<bool?> Joined(ValueList<Predicate> items, Func<bool?, bool?, bool?> join) => items.Select(Answers).Aggregate((one, other) => [.. one.SelectMany(first => other.Select(second => join(first, second)))]);
}
