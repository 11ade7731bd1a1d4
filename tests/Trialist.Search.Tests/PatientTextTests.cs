using Trialist.Search.Patients;

namespace Trialist.Search.Tests;

/// <summary>What a note says of the patient.</summary>
public sealed class PatientTextTests
{
    public static TheoryData<string, double?, Sex?> Persons => new()
    {
        { "A 58-year-old African-American woman presents with chest pain.", 58, Sex.Female },
        { "48 M with a h/o HTN", 48, Sex.Male },
        { "A 32 yo woman who presents", 32, Sex.Female },
        { "73 year old gentleman", 73, Sex.Male },
        { "45F with lupus", 45, Sex.Female },
        { "An 8-month-old boy with fever for 3 days", 8 / 12.0, Sex.Male },
        { "Chemotherapy for 7 days on and 7 days off", null, null },
        { "Patient with asthma", null, null },
    };

    [Theory]
    [MemberData(nameof(Persons))]
    public void Note_TellsAgeAndSex(string note, double? age, Sex? sex)
    {
        var patient = PatientText.Read(note);

        Assert.Equal(age, patient.AgeYears);
        Assert.Equal(sex, patient.Sex);
    }

    [Theory]
    [InlineData("She denies smoking, diabetes or a family history of heart disease. She has obesity.", "obesity", "diabetes")]
    [InlineData("No fever, but severe cough.", "cough", "fever")]
    [InlineData("Her mother had breast cancer. She has asthma.", "asthma", "cancer")]
    [InlineData("Known hypertension. Negative for influenza.", "hypertension", "influenza")]
    public void Note_LeavesOutWhatIsDeniedOrSaidOfRelatives(string note, string meant, string notMeant)
    {
        var words = PatientText.Read(note).Clauses.SelectMany(clause => clause).ToList();

        Assert.Contains(meant, words);
        Assert.DoesNotContain(notMeant, words);
    }
}
