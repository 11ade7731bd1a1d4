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
    [InlineData("Systemic anti-cancer therapy for advanced/metastatic lung cancer", "systemic anticancer therapy for advanced/metastatic lung cancer")]
    public void Exclusion_SharesWhatIsSaidOnce(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("For women of childbearing potential: a negative pregnancy test within 7 days", "no childbearing potential or negative pregnancy test within 7 days")]
    [InlineData("Negative pregnancy test for women of childbearing potential", "no childbearing potential or negative pregnancy test")]
    [InlineData("Meets the diagnostic criteria for allergic rhinitis", "allergic rhinitis")]
    public void Inclusion_AsksOnlyThoseThatItNames(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Subjects who understand and voluntarily sign an informed consent form", Reading.Action)]
    [InlineData("Provision of a signed and dated written informed consent form", Reading.Action)]
    [InlineData("Adequate hematologic and end-organ function", Reading.Judgement)]
    public void Inclusion_IsOfThisClass(string words, Reading reading) => Assert.Equal(reading, One.Inclusion(words).Reading);

    [Theory]
    // The list may go on inside the phrase before it; a compound is no list; another sentence explains the first.
    [InlineData("Severe diseases involving heart, liver or kidney, metabolic disease")]
    [InlineData("Chronic-degenerative or autoimmune diseases")]
    [InlineData("Oral, intramuscular, intravenous corticosteroids, or super-potent topical corticosteroids")]
    [InlineData("Not of childbearing potential. Women not of childbearing potential are defined as those with hysterectomy")]
    public void Exclusion_ThatIsHalfRead_IsNotFull(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);
}
