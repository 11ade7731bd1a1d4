namespace Trialist.Criteria.Tests.Islands;

/// <summary>Facts that share a word, a time or nothing at all with the fact beside them.</summary>
public sealed class RunTogetherTests
{
    [Theory]
    // The break between two demands was lost: an "or" joins what stands in its own sentence.
    [InlineData("Bilirubin no greater than 2 mg/dL AST or ALT no greater than 3 times ULN", "total bilirubin ≤ 2 mg/dL and (aspartate aminotransferase ≤ 3 x ULN or alanine aminotransferase ≤ 3 x ULN)")]
    [InlineData("Leukocytes at least 2,500/mm3 OR Absolute neutrophil count at least 1,000/mm3 Platelet count at least 80,000/mm3", "(white blood cell count ≥ 2500 /mm3 or absolute neutrophil count ≥ 1000 /mm3) and platelet count ≥ 80000 /mm3")]
    [InlineData("Bilirubin less than 2 mg/dL Alkaline phosphatase no greater than 3 times ULN (no greater than 6 times ULN if bone metastases are present)", "total bilirubin < 2 mg/dL and (alkaline phosphatase ≤ 3 x ULN or (alkaline phosphatase ≤ 6 x ULN and bone metastasis))")]
    [InlineData("Fertile patients must use effective contraception HIV negative", "(no childbearing potential or contraception) and HIV infection negative")]
    [InlineData("Platelets at least normal", "platelet count ≥ 1 x LLN")]
    // What is lifted when treated is lifted when treated, all of the list.
    [InlineData("No other malignancy except adequately treated non-melanoma skin cancer or carcinoma in situ of the cervix", "no other malignancy except (treated non-melanoma skin cancer or treated cervical carcinoma in situ)")]
    [InlineData("Previously untreated ovarian cancer, fallopian tube cancer, or primary peritoneal cancer", "untreated ovarian cancer or untreated fallopian tube cancer or untreated primary peritoneal cancer")]
    // All that are listed are eligible under the same condition.
    [InlineData("Patients with asthma or COPD are eligible if their FEV1 is ≥ 60%", "no (asthma or chronic obstructive pulmonary disease) or FEV1 percent predicted ≥ 60 %")]
    [InlineData("Women must not be pregnant, must use effective contraception", "no female or (no pregnancy and contraception)")]
    [InlineData("Women must have a negative serum or urine hCG test within 5 days before enrolment", "no female or negative pregnancy test within 5 days before enrolment")]
    [InlineData("Pregnancy test required of fertile women", "no (female and childbearing potential) or pregnancy test")]
    [InlineData("Negative pregnancy test required of fertile women Contraception required of fertile patients", "(no (female and childbearing potential) or negative pregnancy test) and (no childbearing potential or contraception)")]
    [InlineData("Healthy men or women. Women must be of non-childbearing potential.", "healthy volunteer and male or female and (no female or non-childbearing potential)")]
    [InlineData("No other hormonal therapy (except contraceptives and replacement steroids)", "no other hormone therapy except (contraception or replacement steroid)")]
    [InlineData("Healthy males or females of non-childbearing potential", "healthy volunteer and male or female and (no female or non-childbearing potential)")]
    public void Inclusion_IsReadAsMeant(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // One noun, one time.
    [InlineData("History of drug or alcohol abuse (within the past 2 years)", "alcohol abuse within 2 years or drug abuse within 2 years")]
    [InlineData("Active HIV, hepatitis B, or hepatitis C infection", "active HIV infection or active hepatitis B or active hepatitis C")]
    [InlineData("Pregnant women, lactating women and women of childbearing potential without adequate contraception", "pregnancy or lactation or (female and childbearing potential and no contraception)")]
    [InlineData("Patients with a thyroid disease who are unable to keep a stable weight are ineligible", "thyroid disease and no able to keep stable weight")]
    [InlineData("Active hepatitis B or C virus, HIV infection", "active hepatitis B or active hepatitis C or HIV infection")]
    [InlineData("LVEF < 40% measured by multiple gated acquisition scan (MUGA) or echocardiogram (ECHO)", "left ventricular ejection fraction < 40 %")]
    [InlineData("Evidence of pneumonia as measured by vital signs, physical examination, and chest X-ray", "pneumonia")]
    [InlineData("Antibiotics in infants within 5 days of enrolment", "antibiotic within 5 days before enrolment and child")]
    [InlineData("Positive ZnT8 antibody", "zinc transporter 8 antibody positive")]
    [InlineData("Active hepatitis B, hepatitis C, or syphilis", "active hepatitis B or active hepatitis C or active syphilis")]
    [InlineData("Adverse reaction to a beta-3 agonist", "allergy to beta-3 agonist")]
    [InlineData("Sustained-release morphine", "sustained-release morphine")]
    [InlineData("No access to a phone", "no telephone access")]
    public void Exclusion_IsReadAsMeant(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // What is asked of women stands among what is excluded.
    [InlineData("Pregnancy. Women must use effective contraception.")]
    // Excluded for a time only.
    [InlineData("Subjects with influenza will be excluded for 4 weeks")]
    // Of the donor, or of the patient.
    [InlineData("Donor pregnant or breastfeeding")]
    // Of which of the two the time in brackets is said.
    [InlineData("Asthma or pneumonia (within 2 months)")]
    [InlineData("High suspicion of noncompliance")]
    [InlineData("Zorbinol sensitivity, melatonin sensitivity")]
    // An example of a disease is no further demand; the causes of a disease are no exclusions.
    [InlineData("Kidney disease (e.g., creatinine > 2 mg/dL)")]
    [InlineData("Secondary hypertension (renal artery stenosis, pheochromocytoma)")]
    // How much of it cannot be done.
    [InlineData("Inability to walk at least 10 m")]
    public void Exclusion_IsLeftInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);

    [Theory]
    // Who is progressing is not the drug.
    [InlineData("At least 6 weeks since prior flutamide with evidence of progressive disease")]
    [InlineData("Patients with depression are included.")]
    [InlineData("Patients with ependymoma must also meet the following criteria:")]
    [InlineData("Positive bronchodilator test")]
    [InlineData("At high risk with BMI > 32 kg/m2")]
    [InlineData("Adequately treated melanoma of the skin Adequately treated in situ carcinoma of the cervix")]
    public void Inclusion_IsLeftInPart(string words) => Assert.Equal(Reading.Partial, One.Inclusion(words).Reading);
}
