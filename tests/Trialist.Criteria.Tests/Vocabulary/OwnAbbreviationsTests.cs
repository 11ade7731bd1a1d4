namespace Trialist.Criteria.Tests.Vocabulary;

/// <summary>Short forms that a text explains itself.</summary>
public sealed class OwnAbbreviationsTests
{
    [Theory]
    // The text's own meaning, not the one that the letters have elsewhere.
    [InlineData("Severe mitral stenosis (MS)", "MS with dyspnea", "mitral stenosis")]
    [InlineData("Completed neoadjuvant chemotherapy (NAC)", "NAC within 6 weeks", "neoadjuvant chemotherapy")]
    [InlineData("Planned total body irradiation (TBI)", "Previous TBI", "total body irradiation")]
    [InlineData("Normal physical examination (PE)", "PE at screening", "physical examination")]
    // A meaning where there was none.
    [InlineData("Radiation pneumonitis (RP)", "RP in the last year", "radiation pneumonitis")]
    [InlineData("AIDS dementia complex (ADC)", "Known ADC", "aids dementia complex")]
    // The lexicon's meaning stays where the words are akin to it.
    [InlineData("Chronic hepatitis C virus (HCV) infection", "Known HCV", "hepatitis C")]
    [InlineData("Performance status (PS) below 2", "PS 0-1", "ecog")]
    [InlineData("Multiple sclerosis (MS)", "MS with dyspnea", "multiple sclerosis")]
    // A bracket that explains nothing.
    [InlineData("Any heart disease (MS)", "MS with dyspnea", "multiple sclerosis")]
    [InlineData("Stenosis of the mitral valve (MS)", "MS with dyspnea", "multiple sclerosis")]
    public void ShortForm_MeansWhatTheTextSays(string explaining, string criterion, string name) =>
        Assert.Equal(name, LeavesOfSecond(explaining, criterion)[0].Concept.Name, ignoreCase: true);

    [Theory]
    [InlineData("Symptoms in a tree pollen season (TPS)", "TPS of two years")]
    [InlineData("Mitral stenosis (MS)\n* Multiple sclerosis (MS)", "MS")]
    [InlineData("Multiple sclerosis (MS)\n* Mitral stenosis (MS)", "MS")]
    public void ShortForm_OfWhichTheMeaningIsNotKnown_IsUnread(string explaining, string criterion)
    {
        var read = Read(explaining, criterion);

        Assert.DoesNotContain(Walk.Leaves(read.Predicate), leaf => leaf.Concept.Name is "pdl1.tps" or "multiple sclerosis" or "mitral stenosis");
        Assert.NotEmpty(read.Unread);
    }

    [Theory]
    [InlineData("(MS)")]
    [InlineData("x (MS")]
    [InlineData("(A1) (B2) (((C3)")]
    [InlineData("m s (MS)")]
    public void OddBrackets_ExplainNothing(string explaining) =>
        Assert.Equal("multiple sclerosis", LeavesOfSecond(explaining, "MS with dyspnea")[0].Concept.Name);

    private static List<Predicate.Leaf> LeavesOfSecond(string explaining, string criterion) => [.. Walk.Leaves(Read(explaining, criterion).Predicate)];

    private static Criterion Read(string explaining, string criterion) => CriteriaReader.Default.Read($"Inclusion Criteria:\n* {explaining}\n* {criterion}").Criteria[^1];
}
