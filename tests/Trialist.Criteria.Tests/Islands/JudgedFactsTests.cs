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
    public void Exclusion_IsReadInPart(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);
}
