namespace Trialist.Criteria.Tests.Islands;

/// <summary>Facts beside and among the words that only a person can judge.</summary>
public sealed class JudgedFactsTests
{
    private const string Judged = "something that only a person can judge";

    [Theory]
    // A fact of which somebody has an opinion stays a fact under it.
    [InlineData("In the investigator's opinion, uncontrolled diabetes", $"{Judged} and uncontrolled diabetes mellitus")]
    [InlineData("According to the investigator's judgment, the subject suffers from cognitive impairment", $"{Judged} and cognitive impairment")]
    [InlineData("Patients who were judged by the investigator to require immunosuppressants", $"{Judged} and immunosuppressant")]
    // A time behind the judgement is of what is judged.
    [InlineData("Use of drugs that may affect the thyroid within 30 days before screening", $"drug within 30 days before screening and {Judged}")]
    [InlineData("History of drug abuse as assessed by the investigator within the last 2 years", $"drug abuse within 2 years and {Judged}")]
    [InlineData("Clinically relevant or significant liver disease", $"{Judged} and liver disease")]
    [InlineData("Severe diseases that the investigators consider not appropriate", $"severe disease and {Judged}")]
    [InlineData("Conditions which, in the opinion of the investigators, would make participation unwise", Judged)]
    [InlineData("Other illness or therapy which in the opinion of the investigators may pose a risk", Judged)]
    // Examples of what is judged are facts of their own.
    [InlineData("Conditions that may interfere with the test (e.g., nasal polyps)", $"{Judged} or ({Judged} and nasal polyps)")]
    // What could be done is judged, and is no fact.
    [InlineData("Any patient considered to be unsuitable to colonoscopy", Judged)]
    [InlineData("Other diseases that would severely limit life expectancy", Judged)]
    [InlineData("Conditions that may affect thyroid function (goitre, thyroid cancer)", $"{Judged} or ({Judged} and (goiter or thyroid cancer))")]
    public void Exclusion_IsJudged(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Judgement, criterion.Reading);
    }

    [Theory]
    [InlineData("Subject is an investigator, sub-investigator, study coordinator or other site staff", "employee of the sponsor or site")]
    [InlineData("Investigators, co-investigators and their children should not be enrolled", "employee of the sponsor or site")]
    [InlineData("Subject is a study investigator, sub-investigator or employee of a participating investigator", "employee of the sponsor or site")]
    // A number that says what is significant can be decided.
    [InlineData("Significant hepatic impairment (ALT > 120 U/L)", $"{Judged} and hepatic insufficiency and alanine aminotransferase > 120 U/L")]
    [InlineData("Clinically significant heart disease (NYHA class III or IV)", $"{Judged} and heart disease NYHA class 3 to 4")]
    [InlineData("Recent (within 6 months) history of drug abuse", "drug abuse within 6 months")]
    public void Exclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Severe abnormality which could influence growth (e.g. cystic fibrosis, tracheomalacia, or any other condition according to the investigator)")]
    [InlineData("Asthma or evidence of bone marrow compromise")]
    [InlineData("Conditions that may interfere with absorption or is undergoing dialysis")]
    [InlineData("Conditions that may interfere with absorption, or the patient is undergoing dialysis")]
    [InlineData("Any condition that may limit the stay, or subjects with diabetes")]
    [InlineData("Psychiatric illness that would preclude consent and/or a history of missing visits")]
    [InlineData("Conditions that would contraindicate the treatment (or allergies to its reagents)")]
    [InlineData("Abnormal ECG that the investigator considers clinically significant or QTc of 460 msec")]
    [InlineData("Medical condition which would compromise safety (subjects with the following: renal failure, cancer, limbs affected by paralysis")]
    // The time is of what is used.
    [InlineData("Use of phototherapy, tanning beds or laser therapy that could interfere with the assessments within the past four weeks")]
    // Who is named judges nothing.
    [InlineData("Malnutrition as judged by the ratio of weight to height")]
    [InlineData("Use of an ACE inhibitor will preclude participation in the hormone portion of the study")]
    public void Exclusion_IsReadInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);

    [Theory]
    // Who measured or diagnosed does not judge.
    [InlineData("Asthma for more than 6 months as confirmed by investigators", "asthma for more than 6 months")]
    [InlineData("Migraine diagnosed by the investigator", "migraine")]
    [InlineData("Measurable disease as determined by investigator assessment", "measurable disease")]
    // Who does not have the disease is not asked for an opinion.
    [InlineData("Gastric cancer not amenable to curative surgery", $"gastric cancer and {Judged}")]
    public void Inclusion_IsReadInFull(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Unsuitable for radical treatment, such as chemotherapy, or refuse surgery")]
    [InlineData("Considered unsuitable for resection and/or is refractory to radiotherapy")]
    [InlineData("Suitable candidate for oral therapy and must also be able to swallow tablets")]
    [InlineData("Adequate coagulation and urinalysis")]
    // Two sentences without a full stop.
    [InlineData("Solid tumor not amenable to standard therapy Measurable disease")]
    // What is allowed or done, and what says why.
    [InlineData("Written consent. Patients who are deemed incapable of it may be enrolled with a guardian")]
    [InlineData("Age < 50 years to limit the effect of aging")]
    public void Inclusion_IsReadInPart(string words) => Assert.Equal(Reading.Partial, One.Inclusion(words).Reading);

    [Theory]
    [InlineData("The investigators define the highest dose")]
    [InlineData("No time limit between the two")]
    [InlineData("Retinal thickness > 300 um on investigator-determined OCT")]
    [InlineData("Prior transfusion acceptable")]
    public void Inclusion_ThatIsARemark_IsNotRead(string words) => Assert.NotEqual(Reading.Judgement, One.Inclusion(words).Reading);
}
