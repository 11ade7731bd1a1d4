namespace Trialist.Criteria.Tests.Islands;

/// <summary>Wordings that were once taken for something near to what they mean.</summary>
public sealed class ReadAsMeantTests
{
    [Theory]
    // Who does not bear a drug need not be allergic to it.
    [InlineData("Intolerance to aspirin or ibuprofen", "intolerance to aspirin or intolerance to ibuprofen")]
    [InlineData("Allergy or intolerance to aspirin", "allergy to aspirin or intolerance to aspirin")]
    [InlineData("Known to be allergic or intolerant to any study medication", "allergy to study drug or its components or intolerance to study drug")]
    [InlineData("History of allergy, hypersensitivity or intolerance to aspirin", "history of allergy to aspirin or history of intolerance to aspirin")]
    [InlineData("Grade 3 allergic reaction to nuts or eggs", "allergy to tree nuts grade 3 to 3 or allergy to egg grade 3 to 3")]
    [InlineData("Allergy to the study drug or its analogues", "allergy to study drug or its components or allergy to study drug analogue")]
    // The noun is said once.
    [InlineData("Severe impairment of renal or hepatic function", "severe impairment of renal function or severe impairment of hepatic function")]
    [InlineData("Major surgery is planned during the patient's participation in the study", "major surgery during the study")]
    [InlineData("Age < 6 years > 16 years", "age < 6 years or age > 16 years")]
    [InlineData("Non-diabetic patients", "no diabetes mellitus")]
    [InlineData("Measurable or evaluable disease", "measurable or evaluable disease")]
    [InlineData("Thrombosis within 6 months, such as strokes (including cerebral infarction) and pulmonary embolism", "thrombosis within 6 months or stroke within 6 months or ischemic stroke within 6 months or pulmonary embolism within 6 months")]
    [InlineData("Filgrastim within 7 days before enrolment or pegfilgrastim within 14 days", "filgrastim within 7 days before enrolment or pegfilgrastim within 14 days")]
    [InlineData("Herbal medicines or vitamins within 4 weeks", "herbal medicine within 4 weeks or vitamin supplement within 4 weeks")]
    [InlineData("Current smokers or former smokers with less than 3 years since complete cessation", "smoking or former smoker within less than 3 years before complete cessation")]
    [InlineData("Class 1 antiarrhythmics or digoxin", "class 1 antiarrhythmic or digoxin")]
    [InlineData("Abnormal vital signs at screening (systolic pressure < 90 mmHg; heart rate > 100/min)", "abnormal vital sign at screening and (systolic blood pressure < 90 mm[Hg] or heart rate > 100 /min)")]
    [InlineData("Prior anticancer therapy for bladder cancer, including chemotherapy or immunotherapy", "history of anticancer therapy for bladder cancer or history of chemotherapy for bladder cancer or history of immunotherapy for bladder cancer")]
    [InlineData("Vaccination within 2 weeks of harvest", "vaccination within 2 weeks before harvest")]
    [InlineData("Biologics within 3 months prior to screening or within 5 half-lives of the drug (whichever is longer)", "biologic within 3 months or 5 half-lives, whichever is longer, before screening")]
    [InlineData("Hemoglobin < 9 g/dL (can be transfused)", "hemoglobin < 9 g/dL")]
    [InlineData("Asthma attack requiring systemic corticosteroids within 6 months", "asthma exacerbation within 6 months and systemic corticosteroid within 6 months")]
    [InlineData("Unable to cooperate/comply with study procedures", "no compliance or no compliance with study procedures")]
    [InlineData("One hospitalization within 6 months", "hospitalization within 6 months")]
    [InlineData("15 People with a history of asthma", "history of asthma")]
    [InlineData("Allergy to any monoclonal antibodies or excipients used in the study medication", "allergy to monoclonal antibody or allergy to study drug or its components")]
    [InlineData("Allergy to study drug or its excipients", "allergy to study drug or its components or allergy to study drug or its components")]
    [InlineData("Treatment with monoclonal antibodies (mAb) within 3 months", "monoclonal antibody within 3 months")]
    [InlineData("Autoimmune disease or allergy in the past", "history of autoimmune disease or history of allergy")]
    [InlineData("Desire to be pregnant or breastfeeding", "planned pregnancy or lactation")]
    [InlineData("Autoimmune diseases, or other patients who need immunosuppressive therapy", "autoimmune disease or immunosuppressant")]
    [InlineData("Receipt of gene therapy at any time", "history of gene therapy")]
    [InlineData("Active TB", "active tuberculosis")]
    [InlineData("Colitis requiring systemic treatment (e.g. Crohn's disease)", "colitis requiring systemic treatment or Crohn disease requiring systemic treatment")]
    [InlineData("Adults under guardianship", "adult and under legal protection")]
    public void Exclusion_IsReadAsMeant(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    // What a person judges may be said of each that shares the noun.
    [InlineData("Cardiac, renal or any other disease which in the opinion of the investigator makes participation unsafe")]
    [InlineData("Allergy (except to mites), hypersensitivity or intolerance to penicillin")]
    // "first" and "second" are of the generation, which no name holds.
    [InlineData("Progressed after receiving first or second generation EGFR-TKI treatment")]
    [InlineData("Asthma plus one of the following criteria within the past 12 months")]
    // Two times, or how far a denial reaches.
    [InlineData("Ongoing or recent autoimmune disease")]
    [InlineData("Serious diseases, such as cancer, lack of compliance and psychological disorders")]
    // Not of the study.
    [InlineData("Age of diagnosis above 18 years")]
    // About somebody else.
    [InlineData("Mother unable to understand Danish")]
    [InlineData("The child's parents have a history of asthma")]
    // What a colon announces is not there.
    [InlineData("Prior radiotherapy:")]
    public void Exclusion_IsLeftInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);

    [Theory]
    [InlineData("Males and/or females over the age of 18", "male or female and age > 18 years")]
    [InlineData("Aged 18 to 65 years, with asthma or rhinitis", "age 18 to 65 years and (asthma or rhinitis)")]
    [InlineData("At least one measurable lesion as assessed by the investigator", "measurable lesion ≥ 1")]
    public void Inclusion_IsReadAsMeant(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Any chronic disease that may impair participation (e.g. heart failure, uncontrolled diabetes)")]
    [InlineData("Comorbid disease that might interfere with the evaluation, e.g. psychiatric disorders")]
    public void Exclusion_WithExamplesOfWhatIsJudged_IsNoMereJudgement(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);
}
