namespace Trialist.Criteria.Tests.Islands;

public sealed class JoiningTests
{
    [Theory]
    // The kind of fact tells what an alternative belongs to.
    [InlineData("Uncontrolled infection and use of steroids or antibiotics", "uncontrolled infection or corticosteroid or antibiotic")]
    [InlineData("Diabetes requiring insulin or heart failure", "(diabetes mellitus and insulin) or heart failure")]
    [InlineData("Treatment for asthma or COPD", "treatment for asthma or chronic obstructive pulmonary disease")]
    // A window after a list of one kind is of each.
    [InlineData("Chemotherapy, radiotherapy or surgery within 4 weeks before enrolment", "chemotherapy within 4 weeks before enrolment or radiotherapy within 4 weeks before enrolment or surgery within 4 weeks before enrolment")]
    [InlineData("Pregnancy, lactation or blood donation within 3 months", "pregnancy or lactation or blood donation within 3 months")]
    [InlineData("Asthma in patients who received steroids within 4 weeks", "asthma and corticosteroid within 4 weeks")]
    // Words that share a head or a narrowing word.
    [InlineData("Active hepatitis B or C infection", "active hepatitis B or active hepatitis C")]
    [InlineData("Neurological or mental disorders", "neurological disease or mental disorder")]
    [InlineData("Any severe acute or chronic psychiatric condition", "severe acute mental disorder or severe chronic mental disorder")]
    // Denials that hide in a word.
    [InlineData("Poor compliance", "no compliance")]
    [InlineData("Inability to communicate in English or French", "no (English or French)")]
    [InlineData("Allergy to pembrolizumab or any of its excipients", "allergy to pembrolizumab or allergy to study drug")]
    [InlineData("Any of the following medications: itraconazole, ketoconazole", "itraconazole or ketoconazole")]
    [InlineData("Non-English speaking", "no English")]
    [InlineData("History of alcohol abuse, within the last 6 months prior to screening.", "alcohol abuse within 6 months before screening")]
    [InlineData("LVEF < 50 %, as determined by echocardiography or MUGA scan", "left ventricular ejection fraction < 50 %")]
    [InlineData("Grade ≥ 2 peripheral neuropathy", "peripheral neuropathy grade ≥ 2")]
    [InlineData("Known hypersensitivity to study drug or excipients", "allergy to study drug or its components or allergy to study drug or its components")]
    // Exceptions in brackets lift what stands before the bracket; a state alone is one of the same disease.
    [InlineData("ALT > 3 x ULN, or total bilirubin > 1.5 x ULN (unless Gilbert syndrome)", "alanine aminotransferase > 3 x ULN or total bilirubin > 1.5 x ULN except Gilbert syndrome")]
    [InlineData("Active brain metastases, unless treated and stable for at least 4 weeks", "active brain metastasis except treated stable brain metastasis for at least 4 weeks")]
    [InlineData("Use of corticosteroids except inhaled or topical steroids", "corticosteroid except (inhaled corticosteroid or topical corticosteroid)")]
    [InlineData("Systemic corticosteroids (> 10 mg prednisone daily) within 14 days", "systemic corticosteroid (prednisone) > 10 mg/d within 14 days")]
    public void Exclusion_JoinedByKindOfFact_IsReadInFull(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.StartsWith(english, One.English(criterion), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Asthma and diabetes, or heart failure", "(asthma and diabetes mellitus) or heart failure")]
    [InlineData("Age over 18 years and asthma or COPD", "age > 18 years and (asthma or chronic obstructive pulmonary disease)")]
    [InlineData("Patients with diabetes will be excluded", "no diabetes mellitus")]
    [InlineData("Immunotherapy-naive melanoma", "no immunotherapy and melanoma")]
    [InlineData("Non-small cell lung cancer, stage IIIB or IV", "stage iiib non-small cell lung cancer or stage iv non-small cell lung cancer")]
    [InlineData("Unresectable stage III or stage IV melanoma", "unresectable stage iii melanoma or unresectable stage iv melanoma")]
    [InlineData("Stage II, stage III, or stage IV thyroid cancer", "stage ii thyroid cancer or stage iii thyroid cancer or stage iv thyroid cancer")]
    [InlineData("Thyroid cancer (stage IIIB, IVA or IVB)", "stage iiib thyroid cancer or stage iva thyroid cancer or stage ivb thyroid cancer")]
    [InlineData("Thrombosis in the legs, lungs or liver", "thrombosis in legs or thrombosis in lungs or thrombosis in liver")]
    [InlineData("HbA1c > 7 %; or fasting glucose > 126 mg/dL; or insulin", "hemoglobin A1c > 7 % or fasting glucose > 126 mg/dL or insulin")]
    [InlineData("Asthma and wheezing; or, COPD", "(asthma and wheezing) or chronic obstructive pulmonary disease")]
    [InlineData("Adequate organ function as defined by: ANC >= 1.5 x 10^9/L, hemoglobin >= 9 g/dL", "absolute neutrophil count ≥ 1.5 x 10^9/L and hemoglobin ≥ 9 g/dL")]
    [InlineData("Heart failure with NT-proBNP > 600 pg/mL (or > 900 pg/mL if atrial fibrillation)", "heart failure and NT-proBNP > 600 pg/mL and (no atrial fibrillation or NT-proBNP > 900 pg/mL)")]
    [InlineData("NYHA class II-III heart failure with NT-proBNP > 600 pg/mL (or > 900 pg/mL if atrial fibrillation)", "heart failure NYHA class 2 to 3 and NT-proBNP > 600 pg/mL and (no atrial fibrillation or NT-proBNP > 900 pg/mL)")]
    [InlineData("Chronic heart failure, NT-proBNP > 600 pg/mL (or > 900 pg/mL if atrial fibrillation)", "chronic heart failure and NT-proBNP > 600 pg/mL and (no atrial fibrillation or NT-proBNP > 900 pg/mL)")]
    [InlineData("Aged 40 to 75 years, at the time of signing the informed consent", "age 40 to 75 years at informed consent")]
    public void Inclusion_JoinedByCommaOrKind_IsReadInFull(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Patients or their guardians take part in the studyand sign the informed consent voluntarily.")]
    [InlineData("Willing to take part in the trial")]
    public void TakingPart_IsAnAction(string words) => Assert.Equal(Reading.Action, One.Inclusion(words).Reading);

    [Theory]
    [InlineData("Heart failure with arrhythmia or angina")]
    [InlineData("Anemia due to renal failure or bleeding")]
    [InlineData("Antifungals: itraconazole, ketoconazole")]
    [InlineData("Infection. Patients on warfarin must have a normal INR")]
    public void Exclusion_WhoseJoinIsUnclear_IsPartialAndNeverTrue(string words) => AssertUnclear(One.Exclusion(words));

    [Theory]
    [InlineData("Asthma and diabetes or heart failure")]
    [InlineData("Without liver metastases, ALT, AST ≤ 2.5 x ULN; with liver metastases, ALT, AST ≤ 5 x ULN")]
    [InlineData("At least one prior line of therapy including trastuzumab and a taxane")]
    [InlineData("Asthma; excluded are smokers")]
    public void Inclusion_WhoseJoinIsUnclear_IsPartial(string words) => AssertUnclear(One.Inclusion(words));

    [Theory]
    [InlineData("Any disease or condition that, in the opinion of the investigator, would compromise safety")]
    [InlineData("Any condition, which in the opinion of the investigator interferes with the study")]
    [InlineData("Any condition, therapy, or laboratory abnormality that might confound the results")]
    public void GeneralNounsBeforeAJudgement_AreWhatIsJudged(string words)
    {
        var criterion = One.Exclusion(words);

        Assert.IsType<Predicate.Judgement>(criterion.Predicate);
        Assert.Equal(Reading.Judgement, criterion.Reading);
    }

    private static void AssertUnclear(Criterion criterion)
    {
        Assert.Equal(Reading.Partial, criterion.Reading);
        Assert.False(criterion.Unread.IsEmpty);
    }
}
