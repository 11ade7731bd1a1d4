namespace Trialist.Criteria.Tests.Islands;

public sealed class JoiningTests
{
    [Theory]
    // The kind of fact tells what an alternative belongs to.
    [InlineData("Uncontrolled infection and use of steroids or antibiotics", "uncontrolled infection or corticosteroid or antibiotic")]
    [InlineData("Diabetes requiring insulin or heart failure", "diabetes mellitus requiring insulin or heart failure")]
    [InlineData("Treatment for asthma or COPD", "treatment for asthma or copd")]
    // A window after a list of one kind is of each.
    [InlineData("Chemotherapy, radiotherapy or surgery within 4 weeks before enrolment", "chemotherapy within 4 weeks before enrolment or radiotherapy within 4 weeks before enrolment or surgery within 4 weeks before enrolment")]
    [InlineData("Pregnancy, lactation or blood donation within 3 months", "pregnancy or lactation or blood donation within 3 months")]
    [InlineData("Asthma in patients who received steroids within 4 weeks", "asthma and corticosteroid within 4 weeks")]
    // Words that share a head or a narrowing word.
    [InlineData("Active hepatitis B or C infection", "active hepatitis B or active hepatitis C")]
    [InlineData("Neurological or mental disorders", "neurological disease or mental disorder")]
    [InlineData("Any severe acute or chronic psychiatric condition", "severe acute mental disorder or chronic mental disorder")]
    // Denials that hide in a word.
    [InlineData("Poor compliance", "no compliance")]
    [InlineData("Inability to communicate in English or French", "no (English or French)")]
    [InlineData("Allergy to pembrolizumab or any of its excipients", "allergy to pembrolizumab or allergy to study drug")]
    [InlineData("Any of the following medications: itraconazole, ketoconazole", "itraconazole or ketoconazole")]
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
    public void Inclusion_JoinedByCommaOrKind_IsReadInFull(string words, string english)
    {
        var criterion = One.Inclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Heart failure with arrhythmia or angina")]
    [InlineData("Anemia due to renal failure or bleeding")]
    [InlineData("Diagnosis of immunodeficiency, or chemotherapy within 4 weeks")]
    [InlineData("Antifungals: itraconazole, ketoconazole")]
    [InlineData("Infection. Patients on warfarin must have a normal INR")]
    public void Exclusion_WhoseJoinIsUnclear_IsPartialAndNeverTrue(string words) => AssertUnclear(One.Exclusion(words));

    [Theory]
    [InlineData("Asthma and diabetes or heart failure")]
    [InlineData("Without liver metastases, ALT, AST ≤ 2.5 x ULN; with liver metastases, ALT, AST ≤ 5 x ULN")]
    [InlineData("Asthma; excluded are smokers")]
    public void Inclusion_WhoseJoinIsUnclear_IsPartial(string words) => AssertUnclear(One.Inclusion(words));

    [Theory]
    [InlineData("Any disease or condition that, in the opinion of the investigator, would compromise safety")]
    [InlineData("Any condition, which in the opinion of the investigator interferes with the study")]
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
