namespace Trialist.Criteria.Tests.Islands;

/// <summary>What is said of a disease: its marker, its state, the source of its diagnosis, what treatment led to.</summary>
public sealed class DiseaseWordsTests
{
    [Theory]
    [InlineData("CD123+ leukemia per the European Leukemia Society (ELS) guidelines for leukemia (2019.v2)", "cd123 positive and leukemia")]
    [InlineData("Leukemia that is CD123+", "leukemia and cd123 positive")]
    [InlineData("Relapsed or refractory CD123+ leukemia", "cd123 positive and (relapsed leukemia or refractory leukemia)")]
    [InlineData("CD123+ leukemia, relapsed or refractory (one of the following conditions is met)", "cd123 positive and (relapsed leukemia or refractory leukemia)")]
    [InlineData("CR not achieved after intensive chemotherapy", "no history of complete remission after intensive chemotherapy")]
    [InlineData("No CR after intensive chemotherapy", "no history of complete remission after intensive chemotherapy")]
    [InlineData("CR achieved following the second induction, but CR duration is less than 6 months", "history of complete remission after second induction and complete remission duration < 6 months")]
    [InlineData("CR after induction, but the CR lasted less than 6 months", "history of complete remission after induction and complete remission duration < 6 months")]
    [InlineData("Ineffective after first or multiple salvage treatments", "treatment failure after first or multiple salvage treatments")]
    [InlineData("Primordial cells in the bone marrow > 10% (by morphology), or > 0.1% (by flow cytometry)", "morphology bone marrow blasts > 10 % or flow cytometry bone marrow blasts > 0.1 %")]
    public void Inclusion_IsReadInFull(string words, string english) => Check(One.Inclusion(words), english);

    [Theory]
    [InlineData("Asthma, epilepsy, and cerebrovascular, hemorrhagic diseases in the history", "history of asthma or history of epilepsy or history of hemorrhagic stroke")]
    [InlineData("Active infection of hepatitis B virus, hepatitis C virus or HIV", "active hepatitis b or active hepatitis c or active hiv infection")]
    [InlineData("Hepatitis B virus or hepatitis C virus infection that is active", "active hepatitis b or active hepatitis c")]
    [InlineData("Any CAR-T cell product or gene therapy received previously", "history of car-t cell therapy or history of gene therapy")]
    [InlineData("Severe infections (cystitis and pharyngitis excluded)", "severe infection except (cystitis or pharyngitis)")]
    [InlineData("Systemic steroids as concurrent therapy within 4 weeks prior to screening", "systemic corticosteroid within 4 weeks before screening")]
    public void Exclusion_IsReadInFull(string words, string english) => Check(One.Exclusion(words), english);

    [Theory]
    [InlineData("HER2+ or CD123+ leukemia")]
    [InlineData("Liver, endocrine, cancer")]
    [InlineData("Moderate asthma criteria of the Asthma Society (AS) classification for asthma that is severe")]
    public void Inclusion_StaysInDoubt(string words) => Assert.NotEqual(Reading.Full, One.Inclusion(words).Reading);

    [Theory]
    [InlineData("History of infection or active infection due to tuberculosis")]
    public void Exclusion_StaysInDoubt(string words) => Assert.NotEqual(Reading.Full, One.Exclusion(words).Reading);

    private static void Check(Criterion criterion, string english)
    {
        Assert.Equal(english, One.English(criterion), ignoreCase: true);
        Assert.Equal(Reading.Full, criterion.Reading);
    }
}
