namespace Trialist.Criteria.Tests.Islands;

/// <summary>Wordings of which a hasty reading says the contrary, shuts out whom the words admit, or loses a limit, a time or a condition.</summary>
public sealed class DangerousWordingTests
{
    [Theory]
    // A visit is a time.
    [InlineData("Serum creatinine ≤ 1.5 mg/dL at Screening Visit 1", "serum creatinine ≤ 1.5 mg/dL at screening")]
    // A wider limit for some takes the place of the usual one.
    [InlineData("AST ≤ 2 x ULN, total bilirubin ≤ 1.5 x ULN (in case of Gilbert syndrome, total bilirubin ≤ 4 x ULN)", "aspartate aminotransferase ≤ 2 x ULN and (total bilirubin ≤ 1.5 x ULN or (total bilirubin ≤ 4 x ULN and gilbert syndrome))")]
    [InlineData("AST and ALT ≤ 2 x ULN (AST and ALT ≤ 4 x ULN for patients with liver metastases)", "(aspartate aminotransferase ≤ 2 x ULN or (aspartate aminotransferase ≤ 4 x ULN and liver metastasis)) and (alanine aminotransferase ≤ 2 x ULN or (alanine aminotransferase ≤ 4 x ULN and liver metastasis))")]
    [InlineData("Age ≥ 18, platelets ≥ 75 x 10^9/L and Child-Pugh A in cirrhosis", "age ≥ 18 years and platelet count ≥ 75 x 10^9/L and (no cirrhosis or Child-Pugh score 5 to 6)")]
    // How far a denial reaches.
    [InlineData("Neither pregnant nor lactating", "no (pregnancy or lactation)")]
    [InlineData("Not pregnant, non-lactating", "no pregnancy and no lactation")]
    [InlineData("Has never taken aspirin or has never taken ibuprofen", "no aspirin or no ibuprofen")]
    [InlineData("Must not have ALT, AST or bilirubin greater than 4 times the upper limit of normal", "no (alanine aminotransferase > 4 x ULN or aspartate aminotransferase > 4 x ULN or total bilirubin > 4 x ULN)")]
    [InlineData("No prior cisplatin in combination with etoposide", "no (history of cisplatin and history of etoposide)")]
    // The number says what is normal.
    [InlineData("Adequate cardiac function with an ejection fraction ≥ 45%", "something that only a person can judge and left ventricular ejection fraction ≥ 45 %")]
    [InlineData("At least one measurable lesion as assessed by the investigator according to RECIST 1.1", "measurable lesion ≥ 1")]
    // Men are not asked.
    [InlineData("Females must have a negative pregnancy test and must not be lactating", "no female or (negative pregnancy test and no lactation)")]
    // The time of a shared limit.
    [InlineData("AST and ALT ≤ 2 x ULN (obtained within 14 days before registration)", "aspartate aminotransferase ≤ 2 x ULN within 14 days before registration and alanine aminotransferase ≤ 2 x ULN within 14 days before registration")]
    // An exception that holds under a condition.
    [InlineData("aPTT ≤ 1.5 x ULN unless receiving anticoagulants if PT is within the therapeutic range", "activated partial thromboplastin time ≤ 1.5 x ULN except (current anticoagulant and within therapeutic range prothrombin time)")]
    [InlineData("All female participants must have a negative pregnancy test", "no female or negative pregnancy test")]
    [InlineData("Female participants must not be pregnant", "no female or no pregnancy")]
    // A scale of a day and one of a week.
    [InlineData("Daily UAS ≥ 4", "daily Urticaria Activity Score ≥ 4")]
    [InlineData("An undetectable viral load and a CD4 count ≥ 200 cells/µL", "undetectable HIV viral load and CD4 count ≥ 200 /uL")]
    // None within that time, not none that lasted as long.
    [InlineData("No alcohol abuse for at least 2 years before screening", "no alcohol abuse within 2 years before screening")]
    [InlineData("No ketoconazole for more than 5 days", "no ketoconazole for more than 5 days")]
    [InlineData("Female subjects must be postmenopausal", "no female or menopause")]
    [InlineData("Advanced solid tumors, who have failed standard treatment", "advanced solid tumor and failed treatment")]
    [InlineData("Lymphoma with life expectancy ≥ 6 months as assessed by the investigator", "lymphoma and life expectancy ≥ 6 months")]
    [InlineData("ECOG 0 or 1 and have adequate organ function", "ECOG performance status 0 to 1 and something that only a person can judge")]
    // The viral load is that of the virus that is spoken of.
    [InlineData("Chronic hepatitis C with a viral load ≥ 3000 IU/mL", "chronic hepatitis c and HCV RNA ≥ 3000 [IU]/mL")]
    [InlineData("Hepatitis B, viral load < 3000 IU/mL", "hepatitis b and HBV DNA < 3000 [IU]/mL")]
    // How long it lasted, not how long ago.
    [InlineData("Prior hormone therapy of no more than 21 days", "hormone therapy for up to 21 days")]
    [InlineData("Oral temperature < 38.2 C", "oral body temperature < 38.2 Cel")]
    [InlineData("2.5 pmol/L ≤ Free triiodothyronine (FT3) ≤ 7 pmol/L", "free triiodothyronine 2.5 to 7 pmol/L")]
    [InlineData("Specific IgE against ragweed ≥ 0.7 kU/L", "ragweed specific ige ≥ 0.7 kU/L")]
    // Only men are asked for, unless women are spoken of.
    [InlineData("Men over 45 years of age", "male and age > 45 years")]
    [InlineData("Boys from 6 years of age", "male and age ≥ 6 years")]
    [InlineData("Patients aged from 12 years with asthma", "age ≥ 12 years and asthma")]
    public void Inclusion_SaysWhatItsWordsSay(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // The heading said it already.
    [InlineData("Exclusion of patients with asthma", "asthma")]
    // Nobody is both.
    [InlineData("Patients younger than 6 months and older than 80 years", "age < 6 months or age > 80 years")]
    // A change is no value.
    [InlineData("Increase in creatinine of > 0.3 mg/dL within 48 hours", "increase in creatinine > 0.3 mg/dL within 48 hours")]
    [InlineData("A fall in FEV1 of at least 15% from baseline", "change in fev1 ≥ 15 % after baseline")]
    [InlineData("Received antibiotics for 2 to 4 weeks", "antibiotic for 2 to 4 weeks")]
    [InlineData("Previously received radiotherapy and other contraindications to MRI", "history of radiotherapy or other contraindication to magnetic resonance imaging")]
    [InlineData("Chronic or acute heart disease (NYHA III or IV)", "chronic heart disease NYHA class 3 to 4 or acute heart disease NYHA class 3 to 4")]
    [InlineData("Cancer at any time or stroke within 6 months", "history of cancer or stroke within 6 months")]
    [InlineData("Receiving chemotherapy or who have epilepsy", "current chemotherapy or epilepsy")]
    [InlineData("Radiotherapy within 30 days of the study", "radiotherapy within 30 days before study start")]
    [InlineData("Liver or kidney transplantation history", "history of liver transplantation or history of kidney transplantation")]
    [InlineData("Younger than 16 years, male or female", "age < 16 years and male or female")]
    [InlineData("Currently treated with beta-blockers; ACE inhibitors and digoxin", "current beta-blocker or current ACE inhibitor or current digoxin")]
    [InlineData("Heart disease, stroke within 3 months, or unstable angina", "heart disease or stroke within 3 months or unstable angina")]
    [InlineData("History of tuberculosis and/or active tuberculosis", "history of tuberculosis or active tuberculosis")]
    [InlineData("A known history of acquired immunodeficiency syndrome (AIDS)", "history of acquired immunodeficiency syndrome")]
    [InlineData("History of HIV infection or active hepatitis B or C, active tuberculosis", "history of HIV infection or active hepatitis B or active hepatitis C or active tuberculosis")]
    [InlineData("Total IgE at screening < 30 or > 1500 kU/L", "total immunoglobulin E < 30 kU/L at screening or total immunoglobulin E > 1500 kU/L at screening")]
    [InlineData("Acute or chronic heart disease (NYHA class IV)", "acute heart disease NYHA class 4 to 4 or chronic heart disease NYHA class 4 to 4")]
    [InlineData("Pregnant, or if female, unwilling to use birth control", "pregnancy or (female and no birth control)")]
    [InlineData("Previous severe infusion reaction to rituximab", "history of severe infusion reaction to rituximab")]
    [InlineData("Mild to severe eczema", "mild to severe eczema")]
    [InlineData("Lactating, or intending to become pregnant during the study", "lactation or planned pregnancy during the study")]
    [InlineData("Seizures in need of antiepileptics", "seizure and antiepileptic")]
    [InlineData("Anti-IgE therapy within 6 months", "anti-IgE therapy within 6 months")]
    [InlineData("Carcinoma in situ alone", "carcinoma in situ alone")]
    [InlineData("Epilepsy, or history of epilepsy or stroke within 12 months before day 1", "epilepsy or epilepsy within 12 months before day 1 or stroke within 12 months before day 1")]
    [InlineData("Patients who have rejection and need immunosuppressants", "transplant rejection and immunosuppressant")]
    [InlineData("Inability to take oral medication, or other social factors interfering with compliance", "no able to take oral medication or something that only a person can judge")]
    // Both at once.
    [InlineData("Co-infection with hepatitis B and hepatitis D", "hepatitis b and hepatitis d")]
    [InlineData("Infants aged less than 2 months or more than 10 months", "age < 2 months or age > 10 months")]
    // Whoever had one had at least one.
    [InlineData("Two or more courses of oral steroids within a year or one course of oral steroids within 2 months", "courses of oral steroids ≥ 2 within 1 year or course of oral steroids ≥ 1 within 2 months")]
    // A dose in brackets limits the drug, and what follows is of all that is listed.
    [InlineData("Systemic steroids (> 15 mg of prednisone or equivalent daily) or other immunosuppressants within 3 weeks before enrolment", "systemic corticosteroid (prednisone or equivalent) > 15 mg/d within 3 weeks before enrolment or other immunosuppressant within 3 weeks before enrolment")]
    // The grade is of the allergy, not of the drug.
    [InlineData("≥ grade 3 allergies to monoclonal antibodies", "allergy to monoclonal antibody grade ≥ 3")]
    [InlineData("Ratio of FEV1 to forced vital capacity < 65%", "FEV1/FVC ratio < 65 %")]
    [InlineData("Malignancy except skin cancer that was resected within 2 years", "cancer except resected skin cancer within 2 years")]
    public void Exclusion_SaysWhatItsWordsSay(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // Of whom it is asked.
    [InlineData("Migraine according to ICHD criteria (patient group only)")]
    // Nobody is without platelets.
    [InlineData("No platelet or coagulation abnormalities")]
    [InlineData("Metastatic or recurrent breast cancer, ovarian cancer or melanoma")]
    [InlineData("Does not require steroids or if required, is on a stable dose of steroids not exceeding 5 mg/day")]
    // It must be denied, all of it.
    [InlineData("Patients with procedures such as ablation or implantation will be excluded")]
    [InlineData("Able to swallow; a patient with any bowel disease is not eligible, or with asthma")]
    // Others may take part as well.
    [InlineData("Participants with lung cancer who have brain metastases are eligible")]
    [InlineData("Has neither received nor is scheduled to receive chemotherapy")]
    // The second limit may be denied as well, or asked for.
    [InlineData("No creatinine > 1.8 mg/dL, bilirubin > 3 mg/dL")]
    // Who lacks it is excluded, among what is asked for.
    [InlineData("Patients without measurable disease are excluded")]
    [InlineData("Patients who have never smoked must be excluded")]
    [InlineData("No pregnant women nor those not practicing birth control")]
    [InlineData("Lactating women must agree to stop nursing")]
    public void Inclusion_ThatMayMeanTwoThings_IsLeftInPart(string words) => Assert.Equal(Reading.Partial, One.Inclusion(words).Reading);

    [Theory]
    [InlineData("Atopic dermatitis with SCORAD > 20 in the past or at screening")]
    [InlineData("Eczema in the past or at screening")]
    // Which of the two lengths.
    [InlineData("Diabetes within the last 6-18 months")]
    [InlineData("HBsAg positive, and the blood HBV DNA was not within the normal reference value")]
    // The time may be of what is excluded, or of the exception.
    [InlineData("Any surgery except biopsy within 3 weeks before enrolment")]
    public void Exclusion_WithTwoTimes_IsLeftInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);

    [Fact]
    public void Exclusion_WithAWiderLimitForWhomItNames_IsLeftInPart() =>
        Assert.Equal(Reading.Partial, One.Exclusion("If there are no liver metastases, bilirubin > 1.5 x ULN; or Gilbert syndrome, bilirubin > 3 x ULN").Reading);

    // The noun is said once, at the last.
    [Fact]
    public void Cells_BesideCellsOfACancer_AreThatCancer()
    {
        var cancer = Assert.IsType<Predicate.Leaf>(One.Exclusion("Cancer except treated basal cells or squamous cell skin cancer").Predicate);

        Assert.Equal(["treated basal cell skin cancer", "treated squamous cell skin cancer"], Assert.IsType<Predicate.Any>(cancer.Except).Items.Select(item => LeafName.Of(Assert.IsType<Predicate.Leaf>(item))));
    }

    [Theory]
    [InlineData("Any bowel condition that would preclude oral medication (e.g. nausea, vomiting or malabsorption)", new[] { "bowel condition", "nausea", "vomiting", "malabsorption" })]
    // What the treatment may be is no disease.
    [InlineData("Lung cancer that is not amenable to curative treatment (e.g. surgery or radiation)", new[] { "lung cancer" })]
    public void Judgement_WithExamplesInBrackets_KeepsThem(string words, string[] names)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(Reading.Judgement, criterion.Reading);
        Assert.Equal(names, Leaves.Of(criterion.Predicate!).Select(LeafName.Of));
    }

    [Fact]
    public void Equivalent_BehindADose_IsPartOfTheName() =>
        Assert.Equal("fluticasone or equivalent", LeafName.Of(Assert.IsType<Predicate.Leaf>(One.Exclusion("Fluticasone > 250 µg/day or equivalent").Predicate)));
}
