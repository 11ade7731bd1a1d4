namespace Trialist.Criteria.Tests.Islands;

/// <summary>Grades of a condition are limits on it; those of a tumour name it.</summary>
public sealed class GradeTests
{
    [Theory]
    [InlineData("Grade ≥ 2 neuropathy", "neuropathy grade ≥ 2")]
    [InlineData("Peripheral neuropathy ≥ grade 2", "peripheral neuropathy grade ≥ 2")]
    [InlineData("Neuropathy (grade ≥ 2)", "neuropathy grade ≥ 2")]
    [InlineData("Neuropathy (CTCAE grade 2 or higher)", "neuropathy grade ≥ 2")]
    [InlineData("History of ≥ grade 2 pneumonitis", "history of pneumonitis grade ≥ 2")]
    [InlineData("Interstitial lung disease, or ≥ Grade 2 pulmonitis", "interstitial lung disease or pulmonitis grade ≥ 2")]
    [InlineData("Received immunotherapy and experienced ≥ grade 3 rash", "history of immunotherapy and history of rash grade ≥ 3")]
    [InlineData("Greater than grade 1 rash", "rash grade > 1")]
    [InlineData("Severe systemic infection, (CTCAE ≥ 3)", "severe systemic infection grade ≥ 3")]
    [InlineData("Neuropathy of grade 2 or higher per CTCAE", "neuropathy grade ≥ 2")]
    [InlineData("Grade 3 or 4 diarrhea", "diarrhea grade 3 to 4")]
    [InlineData("Cardiovascular or cerebrovascular events of grade 3 or above", "cardiovascular event grade ≥ 3 or cerebrovascular disease grade ≥ 3")]
    [InlineData("Heart failure (NYHA class III or IV)", "heart failure NYHA class 3 to 4")]
    [InlineData("NYHA class III-IV heart failure", "heart failure NYHA class 3 to 4")]
    [InlineData("NYHA III/IV congestive heart failure", "heart failure NYHA class 3 to 4")]
    [InlineData("Heart failure NYHA class III or IV", "heart failure NYHA class 3 to 4")]
    [InlineData("Congestive heart failure, NYHA class III or IV", "heart failure NYHA class 3 to 4")]
    [InlineData("Congestive heart failure of New York Heart Association (NYHA) class III or IV", "heart failure NYHA class 3 to 4")]
    [InlineData("Chronic heart failure in NYHA class II or III", "chronic heart failure NYHA class 2 to 3")]
    [InlineData("Heart failure graded as NYHA III or IV", "heart failure NYHA class 3 to 4")]
    [InlineData("NYHA class III or IV heart failure or stroke within 6 months before screening", "heart failure NYHA class 3 to 4 within 6 months before screening or stroke within 6 months before screening")]
    [InlineData("Canadian Cardiovascular Society class III or IV angina", "angina pectoris CCS angina class 3 to 4")]
    // What stands before the comma is no disease that has such classes.
    [InlineData("Myocardial infarction, NYHA class III or IV, stroke", "myocardial infarction or NYHA class 3 to 4 or stroke")]
    [InlineData("Class III or IV congestive heart failure", "heart failure NYHA class 3 to 4")]
    [InlineData("Unresolved toxicity greater than CTCAE grade 1", "toxicity of prior treatment grade > 1")]
    [InlineData("Grade III or higher glioma", "grade iii or higher glioma")]
    [InlineData("NYHA class III or IV", "NYHA class 3 to 4")]
    public void Grade_BoundsTheCondition(string words, string english)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }

    [Theory]
    [InlineData("Grade 3 or higher allergic reaction to antibodies")]
    [InlineData("History of ≥ grade 3 hypersensitivity to paclitaxel")]
    public void Grade_BoundsTheAllergy(string words)
    {
        var criterion = One.Exclusion(words);

        Assert.Equal(Reading.Full, criterion.Reading);
        Assert.Contains(Walk.Leaves(criterion.Predicate), leaf => leaf.Type == LeafType.Allergy && leaf.Bounds == new Bounds(new Bound(3, true), null, null));
    }

    [Theory]
    // Perhaps a grade of both.
    [InlineData("Grade ≥ 3 hemorrhage or bleeding event")]
    [InlineData("Hemorrhage or rash of grade 3 or higher")]
    public void GradeOfAList_IsInDoubt(string words) => Assert.Equal(Reading.Partial, One.Exclusion(words).Reading);
}
