namespace Trialist.Criteria.Tests.Islands;

/// <summary>Words that look simple and are not: half read, they must not be called full.</summary>
public sealed class SafetyTests
{
    [Theory]
    // What a word in front, behind or in a bracket says of several facts.
    [InlineData("Allergy to all of the following: oat, rice, corn")]
    [InlineData("Lack of hypertension or diabetes")]
    [InlineData("No family history of type 1 diabetes or other autoimmune conditions")]
    [InlineData("Treatment with an ACE inhibitor (discontinue drug at least 72 h before treatment)")]
    [InlineData("Severe exacerbations for 3 months before screening")]
    [InlineData("Antihistamines, antihistamine-like drugs or topical steroid within two weeks")]
    [InlineData("ANA positive (titer ≥ 1:80)")]
    [InlineData("Spinal cord compression that could not be cured by surgery and/or radiotherapy")]
    [InlineData("History of severe hypoglycemia for 6 months before the screening")]
    [InlineData("Prior treatment of the fellow eye")]
    [InlineData("Women of childbearing potential not using contraception, as well as women who are breastfeeding")]
    [InlineData("Spirometry (or peak flow if unable to perform spirometry) result of FEV1 < 80%")]
    [InlineData("FEV1: FVC ratio < 0.7")]
    // A denial among what is excluded may say what is demanded.
    // The first verb has nothing of its own.
    [InlineData("Starting or requiring a change in allergen immunotherapy within 30 days before the study")]
    [InlineData("Currently receiving, or planned to receive treatment with pembrolizumab")]
    // What narrows the last may narrow all.
    [InlineData("Eczema or asthma uncontrolled by topical steroids")]
    [InlineData("Asthma or COPD requiring systemic corticosteroids within 3 months")]
    // A remark in brackets with a demand of its own; a bracket that is not closed.
    [InlineData("ALK rearrangement (patients with lung cancer must have a confirmed result)")]
    [InlineData("Bilirubin > 1.5 x ULN (patients with Gilbert syndrome < 3 x ULN")]
    // How many, without a word that says at least or at most; which of a list; until when.
    [InlineData("Two prior lines of chemotherapy")]
    [InlineData("Asthma with 2 exacerbations in the past year")]
    [InlineData("Allergic rhinitis with one or more of sneezing, itching and a runny nose")]
    [InlineData("Contraception from screening to 3 months after the end of treatment")]
    [InlineData("HER2 IHC of 3+ or 2+ as assessed by prospective central testing")]
    // The age of a thing, and numbers that count nothing.
    [InlineData("Renal transplant less than one year old")]
    // A score of what?
    [InlineData("Wobbly Gait Scale, total score ≤ 2")]
    // Which side is the worse one; no whole number of anything.
    [InlineData("T-score of -2.5 or worse")]
    // What is abused is said of the second alone; examples of a class that no table knows.
    [InlineData("Abuse of/dependence on khat")]
    [InlineData("Any DSM-IV diagnoses, including mania")]
    [InlineData("Hemoptysis of at least 0.5 teaspoon")]
    [InlineData("WBC ≥ 3.5 bil/L")]
    // Names that no table knows, cut in two or hidden in a compound.
    [InlineData("Smoking-related COPD")]
    // A compound of times is not one time.
    [InlineData("At least 6 weeks after radiotherapy or other radioisotope therapy")]
    [InlineData("Diabetes treated with only metformin")]
    [InlineData("Any of the following within 6 months before the first dose:")]
    // What may be missing, and what is joined to it.
    [InlineData("Treatment with cisplatin with or without bevacizumab and pembrolizumab")]
    [InlineData("Hypertension with or without diabetes mellitus or obesity")]
    // One thing taken for another kind of thing because of a word behind it.
    [InlineData("Currently taking warfarin or penicillin allergy")]
    [InlineData("Prior cisplatin, or iodine allergy")]
    // A list that is demanded as a whole, and what lies outside a list.
    [InlineData("All of the following: o fever o rash")]
    [InlineData("Patients with all of the following: asthma; COPD")]
    [InlineData("Use of antihypertensives not listed above")]
    // What two degrees have in common, and a time that may be of the whole.
    [InlineData("Severe and life-threatening asthma")]
    [InlineData("Poor compliance, irregular diet and exercise")]
    [InlineData("Another malignancy except treated skin cancer or presence of brain metastases")]
    [InlineData("More than 2 prior lines (trastuzumab, taxanes)")]
    [InlineData("SLE or non-SLE-related CNS disease")]
    [InlineData("Insulin or growth hormone deficiency")]
    [InlineData("Covid or influenza vaccine")]
    [InlineData("Test positive for virus and syphilis")]
    [InlineData("Renal insufficiency in the mother")]
    [InlineData("Acute or chronic inflammatory or infectious airways disease")]
    [InlineData("Unstable or therapeutically inadequately controlled bronchial asthma")]
    [InlineData("Active viral, alcoholic, or other hepatitis")]
    [InlineData("Serious and severe infection")]
    [InlineData("Cancer other than skin cancer or cervical carcinoma in situ within 5 years")]
    // Words that were read and then stood nowhere.
    [InlineData("Anaphylaxis or hypersensitivity to omalizumab")]
    [InlineData("Smoking status: active smoker: cigarettes with a positive cotinine test")]
    [InlineData("Cytotoxic states such as chronic liver disease, NYHA class III")]
    [InlineData("Signs or symptoms suggestive of renal or hepatic disease")]
    [InlineData("Severe uncontrolled eczema or urticaria")]
    [InlineData("Infection with fever and current need for intravenous antibiotics")]
    [InlineData("Vasomotor rhinitis, ear infections, otitis media).")]
    [InlineData("Arterial or venous events, such as stroke and thrombosis, within 3 months before screening")]
    [InlineData("Biopsies are not considered major surgery in this study")]
    [InlineData("Allergic to tobacco smoke")]
    [InlineData("History of pneumonitis on current imaging")]
    [InlineData("Must have received or be intolerant to doxorubicin")]
    [InlineData("Allergic rhinitis due to grass or birch pollen")]
    [InlineData("Anorexia/bulimia celiac disease Crohn's disease")]
    [InlineData("Bronchial asthma (all disease severities)")]
    [InlineData("Adverse reactions within four hours after foods containing wheat or gluten")]
    [InlineData("Topical therapy and treatment with palliative kind or surgery")]
    [InlineData("Severe hepatic or renal impairment, characterized by AST > 2 times ULN")]
    [InlineData("Currently participating in or has participated in a study or has used a device within 4 weeks before the first dose")]
    [InlineData("Food or drug related severe reaction")]
    [InlineData("Lung disease other than asthma such as COPD")]
    [InlineData("Patients who require or are likely to require systemic corticosteroids")]
    [InlineData("Active or uncontrolled hepatitis B or C infection")]
    [InlineData("Anti-cancer therapy for gastric / oesophageal adenocarcinoma")]
    [InlineData("Wild type EGFR and ALK")]
    [InlineData("Disease:")]
    [InlineData("Suspicion of MAS at baseline")]
    [InlineData("Dose escalation phase prior systemic treatment requirements:")]
    [InlineData("Severe cardiovascular disease forbidding extracorporeal circulation")]
    [InlineData("Preterm birth (< 37 weeks)")]
    [InlineData("Unhealthy lifestyle, or suffering from diseases as specified in the protocol")]
    [InlineData("History of malignancies, other than multiple myeloma, unless free of it for 5 years")]
    [InlineData("Pneumonia, pulmonary fibrosis, acute lung disease, except local pneumonitis")]
    [InlineData("Note: Participants who receive steroids at ≤ 10 mg daily do not need to discontinue them")]
    [InlineData("Needle biopsy of a clinically or radiographically detected lesion")]
    public void Exclusion_ThatIsHalfRead_IsNotFull(string words) =>
        Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);

    [Theory]
    [InlineData("Rhinitis, asthma, or both for at least 1 year before study entry", "rhinitis")]
    [InlineData("Birth weight at least 2500 g, and their mothers", "birth weight")]
    [InlineData("Women at the time of consent to participate in the study", "(female")]
    public void Inclusion_NeverAsksForMoreThanItsWords(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.StartsWith(english, One.English(criterion), StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" and asthma", One.English(criterion), StringComparison.Ordinal);
        Assert.DoesNotContain("clinical study", One.English(criterion), StringComparison.Ordinal);
        Assert.DoesNotContain("and female", One.English(criterion), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("History of interstitial lung disease, or any evidence of active pneumonitis", "history of interstitial lung disease or active pneumonitis")]
    [InlineData("Uncontrolled or symptomatic brain metastases", "uncontrolled brain metastasis or symptomatic brain metastasis")]
    [InlineData("Past or current smoker", "history of smoking")]
    [InlineData("Psychiatric illness or disorders", "mental disorder")]
    [InlineData("Allergy, hypersensitivity or intolerance to omalizumab", "allergy to omalizumab")]
    [InlineData("Subjects that lack cooperation or compliance", "no (compliance or compliance)")]
    [InlineData("At screening, FEV1 < 80 % of predicted", "FEV1 percent predicted < 80 % at screening")]
    [InlineData("Infants less than 37 weeks gestation", "gestational age < 37 weeks")]
    [InlineData("Participated in other interventional studies such as clinical trials within the last 8 weeks", "other clinical study within 8 weeks or other clinical study within 8 weeks")]
    [InlineData("Known or suspected malignancy", "cancer or suspected cancer")]
    [InlineData("Acute hepatitis or known or suspected chronic liver disease, asthma", "acute hepatitis or chronic liver disease or suspected chronic liver disease or asthma")]
    [InlineData("Known or suspected hypersensitivity to omalizumab", "allergy to omalizumab")]
    [InlineData("Oxygen saturation room air < 92%", "oxygen saturation < 92 %")]
    [InlineData("Alcohol or medication abuse", "alcohol use disorder or substance use disorder")]
    [InlineData("Hypersensitivity or contraindication to metformin", "allergy to metformin or contraindication to metformin")]
    [InlineData("Diverticular disease, confirmed by CT or colonoscopy", "diverticular disease")]
    [InlineData("Both LDH > 1.5 x ULN and weight loss ≥ 5 %", "lactate dehydrogenase > 1.5 x ULN and weight loss ≥ 5 %")]
    [InlineData("Drugs and alcohol abuse", "substance use disorder or alcohol use disorder")]
    [InlineData("History of adult onset atopic dermatitis", "history of adult onset atopic dermatitis")]
    [InlineData("Uncontrolled hypertension (blood pressure: systolic > 150 mmHg or diastolic > 100 mmHg)", "uncontrolled hypertension and (systolic blood pressure > 150 mm[Hg] or diastolic blood pressure > 100 mm[Hg])")]
    [InlineData("Type 1 or type 2 diabetes mellitus", "type 1 diabetes or type 2 diabetes")]
    [InlineData("EGFR exon 19 deletion or exon 21 L858R mutation", "egfr exon 19 deletion or egfr l858r mutation")]
    [InlineData("EGFR or ALK positive", "epidermal growth factor receptor or alk rearrangement")]
    [InlineData("Pregnant or lactating at the time of enrolment", "pregnancy at enrolment or lactation at enrolment")]
    [InlineData("Opportunistic infections (e.g., TB)", "opportunistic infection or tuberculosis")]
    // How severe an allergy is, and what kind of a disease is meant, goes with every member.
    [InlineData("History of severe hypersensitivity to penicillin or sulfonamides", "history of severe allergy to penicillin or history of severe allergy to sulfonamide")]
    [InlineData("Severe allergic reactions to monoclonal antibodies or fusion proteins", "severe allergy to monoclonal antibody or severe allergy to fusion protein")]
    [InlineData("History of anaphylaxis to any vaccine", "history of anaphylaxis to any vaccine")]
    [InlineData("Contraindication to systemic corticosteroids", "contraindication to systemic corticosteroid")]
    [InlineData("Contraindication to sublingual immunotherapy", "contraindication to sublingual immunotherapy")]
    [InlineData("Mixed small cell and non-small cell lung cancer", "mixed small cell lung cancer")]
    [InlineData("Corneal disease", "corneal disease")]
    [InlineData("Renal impairment", "renal insufficiency")]
    [InlineData("AIDS", "acquired immunodeficiency syndrome")]
    [InlineData("Treatment with prebiotics or probiotics", "prebiotic or probiotic")]
    // The verb and the word for its companions are no part of a name.
    [InlineData("Use immunosuppressive medication", "immunosuppressant")]
    [InlineData("Patients with comorbidity of severe asthma", "severe asthma")]
    [InlineData("Previously treated by anti-PD-1 or anti-CTLA-4", "history of anti-pd-1 or history of anti-ctla-4")]
    [InlineData("History of psychiatric disorders or poor compliance", "history of mental disorder or no compliance")]
    [InlineData("Language barrier", "no local language")]
    [InlineData("Live vaccine during the trial", "live vaccine during the study")]
    [InlineData("An individual was excluded from the study if she had a history of high blood pressure, diabetes, or heart disease", "history of hypertension or history of diabetes mellitus or history of heart disease")]
    [InlineData("Vaccination against pneumococcal infection within 4 weeks", "pneumococcal infection vaccine within 4 weeks")]
    [InlineData("Current use of zidovudine, stavudine or didanosine", "current zidovudine or current stavudine or current didanosine")]
    [InlineData("Severe to moderate malnutrition", "moderate to severe malnutrition")]
    [InlineData("Tube feeding or parenteral nutrition", "enteral nutrition or parenteral nutrition")]
    [InlineData("Ventricular arrhythmias", "ventricular arrhythmia")]
    [InlineData("Women willing or intending to become pregnant during the study", "female and planned pregnancy during the study")]
    public void Exclusion_IsReadAsItIsMeant(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Contains(english, One.English(criterion), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("HBsAg, HCV antibody and HIV antibody negative", "hepatitis b surface antigen negative and HCV antibody negative and hiv antibody negative")]
    [InlineData("Cardiac ultrasound: LVEF ≥ 50 %", "left ventricular ejection fraction ≥ 50 %")]
    [InlineData("Age 19 years or older and provided written informed consent", "age ≥ 19 years and written informed consent")]
    [InlineData("Men and non-pregnant, non-lactating women", "no pregnancy and no lactation")]
    [InlineData("FEV1/FVC ≥ 70 % and (PEFR) ≥ 75 % predicted at screening", "FEV1/FVC ratio ≥ 70 % at screening and peak expiratory flow ≥ 75 % at screening")]
    [InlineData("Healthy male and female subjects, 18-65 years of age", "healthy volunteer and male or female and age 18 to 65 years")]
    [InlineData("ER- and PR-negative", "estrogen receptor negative and progesterone receptor negative")]
    [InlineData("No planned surgery and are willing to use contraception", "no surgery (planned) and contraception")]
    [InlineData("Asthma Control Questionnaire-5 (ACQ-6) score ≥ 1.5", "Asthma Control Questionnaire ≥ 1.5")]
    [InlineData("18 to 75 years old (at the time consent is obtained)", "age 18 to 75 years at informed consent")]
    [InlineData("No history of respiratory disease other than asthma", "no history of respiratory disease except asthma")]
    [InlineData("Negative pregnancy test at screening (within 72 hours of first dose of study drugs)", "negative pregnancy test within 72 hours before first dose")]
    [InlineData("Expression of CD19 by flow cytometry, immunohistochemistry (IHC), or both", "cd19 positive")]
    [InlineData("LVEF ≥ 50 % by echocardiography or MUGA scan", "left ventricular ejection fraction ≥ 50 %")]
    [InlineData("No red blood cell (RBC) transfusion", "no red blood cell transfusion")]
    [InlineData("If female of childbearing potential, willing to use contraception", "no (female and childbearing potential) or contraception")]
    [InlineData("Use of symptomatic treatment of seasonal allergic rhinitis", "symptomatic treatment of seasonal allergic rhinitis")]
    [InlineData("Age ≥ 18 years, or the legal age of consent, whichever is older", "age ≥ 18 years and legal age of consent")]
    [InlineData("Men and women of reproductive potential must use contraception", "no (male or female and childbearing potential) or contraception")]
    [InlineData("In good health, other than their diabetes", "something that only a person can judge")]
    [InlineData("Men and WCBP must agree to use adequate contraceptive methods", "no (male or childbearing potential) or adequate contraception")]
    [InlineData("Age ≥ 18 years, no limit on gender", "age ≥ 18 years and male or female")]
    public void Inclusion_IsReadAsItIsMeant(string words, string english) =>
        Assert.Equal(english, One.English(One.Inclusion(words)), ignoreCase: true);

    // Whom a half-read demand is made of, and a test of which any result will do: neither shuts anybody out.
    [Theory]
    [InlineData("For patients aged 12-17 years, written consent of the parents must be obtained")]
    [InlineData("Patients aged 50-65 must provide a negative colonoscopy report")]
    [InlineData("The procedure will be explained to subjects age 8-17 years")]
    [InlineData("Estrogen receptor status must be known")]
    [InlineData("HER2 status determined by immunohistochemistry")]
    public void Inclusion_OfSome_OrOfAnyResult_ShutsNobodyOut(string words)
    {
        var criterion = One.Inclusion(words);

        Assert.NotEqual(Reading.Full, criterion.Reading);
        Assert.DoesNotContain(Deciding(criterion.Predicate), leaf => leaf.Type is LeafType.Age or LeafType.Biomarker);
    }

    // Whoever does not meet what one part of the study asks may join another.
    [Theory]
    [InlineData("Patients in Part B with advanced hepatocellular carcinoma must have at least 1 measurable lesion.")]
    [InlineData("For Cohort A, must have relapsed lymphoma.")]
    [InlineData("Patients for Group 3 must be cirrhotic.")]
    [InlineData("Cohort 2 only: platelets > 50,000/mm3")]
    [InlineData("At least two earlier lines of therapy (only for arm 1b)")]
    public void Inclusion_OfOnePartOfTheStudy_ShutsNobodyOut(string words)
    {
        var criterion = One.Inclusion(words);

        Assert.NotEqual(Reading.Full, criterion.Reading);
        Assert.Empty(Deciding(criterion.Predicate));
    }

    // What is asked of some only must not shut out the others.
    [Theory]
    [InlineData("No dialysis. Patients who have received prior cisplatin or have any history of heart disease must have an LVEF > 45 %", "dialysis")]
    [InlineData("Patients with heart disease must\n   have an LVEF > 45 %", "heart disease")]
    [InlineData("Lansky 50-100% (10 years of age and under)", "lansky")]
    [InlineData("Hemoglobin at least 9 g/dL (women)", "hemoglobin")]
    [InlineData("Creatinine < 1.5 mg/dL (over 18 years)", "creatinine")]
    public void Inclusion_OfSomePersons_IsReadInPart(string words, string first)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(Reading.Partial, criterion.Reading);
        Assert.DoesNotContain(Deciding(criterion.Predicate), leaf => leaf.Concept.Name != first || leaf.Bounds is not null);
    }

    [Fact]
    public void Exclusion_ThatAsksForContraception_ShutsNobodyOutForIt() =>
        Assert.NotEqual(Reading.Full, One.Exclusion("Pregnant women are ineligible and patients of reproductive potential must\n   agree to use effective contraception during the study").Reading);

    [Fact]
    public void Class_BelongsToItsDisease_WithinOneTime() =>
        Assert.Equal("stroke within 6 months or heart failure NYHA class 3 to 4 within 6 months or epilepsy within 6 months", One.English(One.Exclusion("History of the following within 6 months: stroke, New York Heart Association (NYHA) class III-IV heart failure, epilepsy")));

    [Theory]
    [InlineData("Group A streptococcal pharyngitis")]
    [InlineData("WHO Group 1 pulmonary arterial hypertension")]
    public void Inclusion_OfAGroupOfDiseases_IsAskedOfEverybody(string words) =>
        Assert.NotEmpty(Deciding(One.Inclusion(words).Predicate));

    [Fact]
    public void Cause_BehindWordsThatSayNothing_StaysInDoubt() =>
        Assert.NotEqual(Reading.Full, One.Inclusion("AST no greater than 1.5 times the upper limit of normal (unless caused by documented benign disease)").Reading);

    // A short form in other letters is another word, and a deficit is no excess.
    [Theory]
    [InlineData("Zorbed pads", "peripheral arterial disease")]
    [InlineData("Two rising PSAs", "psoriatic arthritis")]
    [InlineData("Base deficit of at least 16 mmol/L", "base excess")]
    public void Name_OfSomethingElse_IsNotTakenForIt(string words, string other) =>
        Assert.DoesNotContain(other, One.English(One.Inclusion(words)), StringComparison.Ordinal);

    // A leaf decides alone only outside a choice.
    private static IEnumerable<Predicate.Leaf> Deciding(Predicate? predicate) => predicate switch
    {
        Predicate.Leaf leaf => [leaf],
        Predicate.All all => all.Items.SelectMany(Deciding),
        _ => [],
    };
}
