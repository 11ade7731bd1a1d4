namespace Trialist.Criteria.Tests.Islands;

/// <summary>What the words above a list say of all of it.</summary>
public sealed class ListAboveTests
{
    [Theory]
    [InlineData("Treatment with any of the following:")]
    [InlineData("Have received any of the following treatments:")]
    [InlineData("Any of the following laboratory abnormalities at screening:")]
    [InlineData("The following lab values:")]
    [InlineData("Any of the following within 6 months before the first dose of study treatment:")]
    public void Words_ThatOnlyAnnounceAList_AskNothingThemselves(string words)
    {
        var criterion = Read(words, "Aspirin").Criteria[1];

        Assert.Null(criterion.Predicate);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Any of the following within 6 months before screening:", "Stroke", "stroke within 6 months before screening")]
    [InlineData("Have received any of the following treatments within 4 weeks:", "Systemic corticosteroids", "systemic corticosteroid within 4 weeks")]
    // A time of its own stays, and so does what happened at any time where only a point is named above.
    [InlineData("Any of the following within 6 months before screening:", "Stroke within 3 months", "stroke within 3 months")]
    [InlineData("Any of the following within 6 months before screening:", "History of stroke", "stroke within 6 months before screening")]
    // To be excluded from the study is no time.
    [InlineData("Subjects with any of the following should be excluded from this clinical study:", "Stroke", "stroke")]
    [InlineData("Any of the following within 6 months before screening:", "Age over 70 years", "age > 70 years")]
    public void Time_SaidAboveAList_IsOfEachThatNamesNone(string words, string item, string english)
    {
        var criterion = Read(words, item).Criteria[2];

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    // An example of a class shuts out by itself; one of what is excluded only in some state does not, and an exception never.
    [Theory]
    [InlineData("Cardiovascular disease including any of the following:", Reading.Full)]
    [InlineData("Uncontrolled disease such as:", Reading.Partial)]
    [InlineData("Clinically significant heart disease such as:", Reading.Partial)]
    [InlineData("Cardiovascular disease except for:", Reading.Partial)]
    public void Examples_AreReadAlone_WhereTheirClassIsExcludedAsSuch(string words, Reading reading) =>
        Assert.Equal(reading, Read(words, "Angina pectoris").Criteria[2].Reading);

    private static CriteriaDocument Read(string words, string item) => CriteriaReader.Default.Read($"Exclusion Criteria:\n\n* {words}\n\n  * {item}\n  * Aspirin\n");
}
