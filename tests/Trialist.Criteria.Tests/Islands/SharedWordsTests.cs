namespace Trialist.Criteria.Tests.Islands;

/// <summary>Words that several members of a list have in common, and words that say nothing of the person.</summary>
public sealed class SharedWordsTests
{
    [Theory]
    [InlineData("Prior allogeneic stem cell or solid organ transplantation", "history of allogeneic stem cell transplantation or history of organ transplantation")]
    [InlineData("Allogeneic tissue/solid organ transplant", "allogeneic tissue transplant or organ transplantation")]
    [InlineData("Known psychiatric or substance abuse disorders", "mental disorder or substance use disorder")]
    [InlineData("Unstable liver or biliary disease", "unstable liver disease or unstable biliary disease")]
    [InlineData("Severe, uncontrolled intercurrent bacterial, viral or fungal infection", "severe uncontrolled intercurrent bacterial infection or severe uncontrolled viral infection or severe uncontrolled fungal infection")]
    [InlineData("Uncontrolled or severe asthma", "uncontrolled asthma or severe asthma")]
    [InlineData("Severe acute or chronic infections", "severe acute infection or severe chronic infection")]
    [InlineData("Impaired liver or kidney function", "impaired liver function or impaired kidney function")]
    [InlineData("Central nervous system (CNS) metastases", "central nervous system metastasis")]
    [InlineData("Active central nervous system (CNS) metastases and/or carcinomatous meningitis", "active central nervous system metastasis or leptomeningeal disease")]
    [InlineData("Allergy to bevacizumab or mouse derived proteins", "allergy to bevacizumab or allergy to mouse derived protein")]
    [InlineData("History of (non-infectious) pneumonitis", "history of non-infectious pneumonitis")]
    [InlineData("Positive test result for human immunodeficiency virus (HIV)", "hiv infection")]
    [InlineData("Major surgery within 28 days before the first dose of study intervention", "major surgery within 28 days before first dose")]
    [InlineData("Live vaccine within 30 days of the start of study intervention", "live vaccine within 30 days before first dose")]
    [InlineData("Any immunotherapy within 3 months of baseline visit (Day 1)", "immunotherapy within 3 months before baseline")]
    [InlineData("Ductal or lobular breast cancer", "ductal breast cancer or lobular breast cancer")]
    [InlineData("Grade ≥ 3 gastrointestinal or non-gastrointestinal fistula", "gastrointestinal fistula grade ≥ 3 or non-gastrointestinal fistula grade ≥ 3")]
    [InlineData("Inhalative or systemic steroid use", "inhalative steroid use or systemic steroid use")]
    [InlineData("Contraindication to X-ray or MRI imaging", "contraindication to x-ray or contraindication to mri imaging")]
    [InlineData("Grade ≥ 3 adverse event while receiving immunotherapy", "adverse event grade ≥ 3 and current immunotherapy")]
    [InlineData("Left ventricular hypertrophy (LVH) by electrocardiogram (ECG)", "left ventricular hypertrophy")]
    [InlineData("Fever > 38.2 °C AND clinical signs of infection", "body temperature > 38.2 Cel and infection")]
    [InlineData("INR higher than 1.5 (calculated from the prothrombin time)", "international normalized ratio > 1.5")]
    [InlineData("Abnormal vital signs (SBP ≤ 90 mmHg; DBP ≤ 60 mmHg)", "abnormal vital sign and (systolic blood pressure ≤ 90 mm[Hg] or diastolic blood pressure ≤ 60 mm[Hg])")]
    [InlineData("Known allergy to local anesthetic or iodinated skin products", "allergy to local anesthetic or allergy to iodinated skin product")]
    [InlineData("Patients with EGFR mutation are excluded from the study", "egfr mutation")]
    [InlineData("Non-allergic rhinitis", "non-allergic rhinitis")]
    [InlineData("Arterial or venous thrombotic events", "arterial thrombotic event or venous thrombotic event")]
    [InlineData("COPD or other lung disease that may impair lung function", "chronic obstructive pulmonary disease or (other lung disease and something that only a person can judge)")]
    [InlineData("Hypersensitivity to excipients in the study medications", "allergy to study drug or its components")]
    [InlineData("Pregnancy-lactation", "pregnancy or lactation")]
    [InlineData("Breast-feeding of infant", "lactation")]
    [InlineData("Pregnant women or those who plan to be pregnant within one year", "pregnancy or planned pregnancy within 1 year")]
    [InlineData("History of non-compliance to medical regimens", "no history of compliance to medical regimens")]
    [InlineData("Poor compliance, irregular diet and exercise", "no compliance or irregular diet or physical activity")]
    [InlineData("Allergy to recombinant human or mouse derived proteins", "allergy to recombinant human protein or allergy to mouse derived protein")]
    [InlineData("Prior systemic therapy within 4 weeks", "systemic therapy within 4 weeks")]
    [InlineData("Systemic anti-cancer therapy for advanced/metastatic lung cancer", "systemic anticancer therapy for advanced/metastatic lung cancer")]
    [InlineData("Untreated or symptomatic central nervous system (CNS) metastases", "untreated central nervous system metastasis or symptomatic central nervous system metastasis")]
    [InlineData("Systemic or inhaled steroids within the past month", "systemic corticosteroid within 1 month or inhaled corticosteroid within 1 month")]
    [InlineData("Oral/IV steroid use", "oral corticosteroid or intravenous corticosteroid")]
    [InlineData("Oral, inhaled or topical steroids", "oral corticosteroid or inhaled corticosteroid or topical corticosteroid")]
    [InlineData("Systemic (oral or intravenous) corticosteroids", "systemic corticosteroid or oral corticosteroid or intravenous corticosteroid")]
    [InlineData("Topical and systemic treatment with steroids", "topical corticosteroid or systemic corticosteroid")]
    [InlineData("Acute and chronic liver disease", "acute liver disease or chronic liver disease")]
    [InlineData("Active, known or suspected autoimmune disease", "active autoimmune disease or autoimmune disease")]
    [InlineData("Active or latent tuberculosis", "active tuberculosis or latent tuberculosis")]
    [InlineData("Previous immuno- or chemotherapy", "history of immunotherapy or history of chemotherapy")]
    [InlineData("Hypo- or hyperthyroidism", "hypothyroidism or hyperthyroidism")]
    [InlineData("Radiation-related toxicities, requiring corticosteroids", "radiation-related toxicity and corticosteroid")]
    [InlineData("o Asthma o Rhinitis o Cystic fibrosis", "asthma or allergic rhinitis or cystic fibrosis")]
    [InlineData("Women of childbearing potential not using contraception", "female and childbearing potential and no contraception")]
    public void Exclusion_SharesWhatIsSaidOnce(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("For women of childbearing potential: a negative pregnancy test within 7 days", "no (female and childbearing potential) or negative pregnancy test within 7 days")]
    [InlineData("Negative pregnancy test for women of childbearing potential", "no (female and childbearing potential) or negative pregnancy test")]
    [InlineData("Healthy adults as determined by past medical history and physical examination", "healthy volunteer")]
    [InlineData("ALT ≤ 3 x ULN, unless liver metastases and ALT ≤ 5 x ULN", "alanine aminotransferase ≤ 3 x ULN except (liver metastasis and alanine aminotransferase ≤ 5 x ULN)")]
    [InlineData("Age 18 years or older at the time of signing the informed consent", "age ≥ 18 years at informed consent")]
    [InlineData("ALT ≤ 3 x ULN in patients without liver metastases and ALT ≤ 5 x ULN for patients with liver metastases", "(liver metastasis or alanine aminotransferase ≤ 3 x ULN) and (no liver metastasis or alanine aminotransferase ≤ 5 x ULN)")]
    [InlineData("Asthma according to the guideline for the prevention and treatment of asthma (2016)", "asthma")]
    [InlineData("Male subjects with body weight ≥ 50 kg; female subjects with body weight ≥ 45 kg", "(male and body weight ≥ 50 kg) or (female and body weight ≥ 45 kg)")]
    [InlineData("Refractory disease after standard therapy", "refractory disease after standard therapy")]
    [InlineData("Healthy individuals with no chronic physical diseases, including skin diseases", "healthy volunteer and no (chronic physical disease or skin disease)")]
    [InlineData("Abacavir + Lamivudine + Dolutegravir", "abacavir and lamivudine and dolutegravir")]
    [InlineData("Measurable disease with at least one measurable lesion", "measurable disease and measurable lesion ≥ 1")]
    [InlineData("Not pregnant with a negative serum pregnancy test", "no pregnancy and negative pregnancy test")]
    [InlineData("Performance status: Lansky or Karnofsky score ≥ 60", "Lansky performance status ≥ 60 or Karnofsky performance status ≥ 60")]
    [InlineData("Age ≥ 1 year (including cut-off value)", "age ≥ 1 years")]
    [InlineData("Age ≥ 18 years at the time the ICF was signed", "age ≥ 18 years at informed consent")]
    [InlineData("Meets the diagnostic criteria for allergic rhinitis", "allergic rhinitis")]
    [InlineData("ASA 2 and stable ASA 3", "ASA physical status 2 to 2 or stable ASA physical status 3 to 3")]
    [InlineData("Hemoglobin ≥ 9 g/dL in the absence of transfusion", "hemoglobin ≥ 9 g/dL and no blood transfusion")]
    [InlineData("ALT ≤ 2.5 x ULN in the absence of liver metastases", "liver metastasis or alanine aminotransferase ≤ 2.5 x ULN")]
    [InlineData("Albumin ≥ 3 g/dL, creatinine ≤ 1.5 x ULN or creatinine clearance ≥ 50 mL/min", "serum albumin ≥ 3 g/dL and (serum creatinine ≤ 1.5 x ULN or creatinine clearance ≥ 50 mL/min)")]
    [InlineData("Renal function: creatinine ≤ 1.2 x ULN", "serum creatinine ≤ 1.2 x ULN")]
    [InlineData("EGFR, ALK gene wild type", "epidermal growth factor receptor wild type and alk gene wild type")]
    [InlineData("Diagnosed allergic asthma", "allergic asthma")]
    public void Inclusion_AsksOnlyThoseThatItNames(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Subjects who understand and voluntarily sign an informed consent form", Reading.Action)]
    [InlineData("Provision of a signed and dated written informed consent form", Reading.Action)]
    [InlineData("Sexually active patients must be willing to use an acceptable method of contraception", Reading.Action)]
    [InlineData("Written informed consent from a legal guardian and the child", Reading.Action)]
    [InlineData("All females of childbearing age must be using appropriate birth control", Reading.Action)]
    [InlineData("Adequate hematologic and end-organ function", Reading.Judgement)]
    public void Inclusion_IsOfThisClass(string words, Reading reading) => Assert.Equal(reading, One.Inclusion(words).Reading);

    [Theory]
    // The list may go on inside the phrase before it; a compound is no list; another sentence explains the first.
    [InlineData("Severe diseases involving heart, liver or kidney, metabolic disease")]
    [InlineData("Chronic-degenerative or autoimmune diseases")]
    [InlineData("Oral, intramuscular, intravenous corticosteroids, or super-potent topical corticosteroids")]
    // What stands in brackets, behind a place or a class may be said of the one before too, and a length of time may be a distance.
    [InlineData("Abnormal liver or renal function (ALT > 2 x ULN or eGFR < 60 mL/min/1.73 m²)")]
    [InlineData("Scars or inflammation on the evaluation site")]
    [InlineData("Multiple gestation pregnancy (twins, triplets)")]
    [InlineData("Prior exposure to a PD-1 inhibitor or CTLA4 inhibitor, including cemiplimab in the past 12 months")]
    [InlineData("Systemic corticosteroids ≤ 14 days or other immunosuppressants ≤ 30 days prior to registration")]
    [InlineData("Current smokers or former smokers with less than 3 years since complete cessation")]
    [InlineData("LABA/LAMA combination therapy for at least 3 months")]
    [InlineData("Patients with comorbidities and a history of gastrointestinal disorders")]
    [InlineData("Clinically significant or severe hypoglycaemia within 6 months")]
    [InlineData("Allergic reaction to peanut requiring intubation or ICU admission")]
    [InlineData("COPD without asthma or other lung disease that may impair lung function")]
    [InlineData("Biologics within 3 months prior to screening or within 5 half-lives of the drug (whichever is longer)")]
    [InlineData("Aspirin, nonsteroidal anti-inflammatory agents, or other agents known to inhibit platelet function")]
    [InlineData("Anaphylaxis following vaccination or immunotherapy")]
    [InlineData("Allergic to moxibustion drugs, smoke")]
    [InlineData("Prior radiation therapy, hormonal therapy, or chemotherapy for prostate cancer")]
    [InlineData("Central nervous system metastases of hematological malignancies (such as lymphoma, leukemia)")]
    [InlineData("Seasonal or perennial nasal congestion")]
    [InlineData("Concomitant medications")]
    [InlineData("Pregnant women. Women of childbearing potential are required to have a negative pregnancy test")]
    [InlineData("Rice protein allergy or intolerance")]
    [InlineData("Not of childbearing potential. Women not of childbearing potential are defined as those with hysterectomy")]
    public void Exclusion_ThatIsHalfRead_IsNotFull(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);

    [Theory]
    // Another limit for some takes the place of the first; a limit that is left to a judgement; what does not matter is not asked.
    [InlineData("Platelet count ≥ 100 x 10^9/L. For patients with hepatocellular carcinoma, platelet count ≥ 75 x 10^9/L")]
    [InlineData("ALT ≤ 2.5 x ULN; where the investigator judges it caused by disease it may be broadened to ≤ 5 x ULN")]
    [InlineData("Subjects with neuroblastoma must have received or be intolerant to dinutuximab")]
    [InlineData("Hemoglobin ≥ 9 g/dL; patients may be transfused to meet this criterion")]
    [InlineData("Patients with known Gilbert disease: total bilirubin < 3 x ULN")]
    [InlineData("Hypertension, dyslipidemia, obstructive sleep apnea")]
    [InlineData("First degree relative with a history of asthma or allergy")]
    [InlineData("Stable asthma treatment including inhaled corticosteroids")]
    [InlineData("Moderate allergic asthma, uncontrolled on conventional therapy")]
    [InlineData("Urine protein < 1 g; if urine protein is ≥ 1 g, the 24-hour urine protein must be ≤ 2 g")]
    [InlineData("Patients with a history of hypertension must be on a stable regimen of antihypertensive therapy")]
    [InlineData("AST ≤ 3 x ULN (unless if liver abnormalities are due to metastases, AST ≤ 5 x ULN)")]
    [InlineData("Patients may or may not undergo treatment")]
    [InlineData("Children with allergic diseases, healthy children")]
    [InlineData("Eligible regardless of the risk of systemic reactions (e.g. anaphylaxis) or asthma")]
    public void Inclusion_ThatIsHalfRead_IsNotFull(string words) => Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);

    [Fact]
    public void GroupAboveAList_IsNotAskedOfEverybody() =>
        Assert.NotEqual(Reading.Full, CriteriaReader.Default.Read("Inclusion Criteria:\n\n* Male participants:\n\n  * Body weight ≥ 50 kg\n  * Age ≥ 18 years").Criteria[1].Reading);
}
