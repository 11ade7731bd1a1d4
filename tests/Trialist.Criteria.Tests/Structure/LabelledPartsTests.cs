namespace Trialist.Criteria.Tests.Structure;

/// <summary>A form run together in one paragraph: each label begins a criterion.</summary>
public sealed class LabelledPartsTests
{
    [Fact]
    public void Form_InOneParagraph_IsCutAtItsLabels()
    {
        const string Text = "DISEASE CHARACTERISTICS: Histologically confirmed zorboma\n\nPATIENT CHARACTERISTICS: Age: 18 to 70 Performance status: WHO 0-2 Life\nexpectancy: At least 3 months Hepatic: Bilirubin no greater than 1.5 mg/dL Renal: Not specified Other: Not pregnant\nNo other malignancy within 5 years\n\nPRIOR CONCURRENT THERAPY: Biologic therapy: See Disease Characteristics Chemotherapy: At least 4 weeks since prior chemotherapy No concurrent chemotherapy Surgery:\n\nAt least 2 weeks since major surgery";

        var document = CriteriaReader.Default.Read(Text);

        Assert.Equal(
            [
                "Histologically confirmed zorboma", "Age: 18 to 70", "Performance status: WHO 0-2", "Life\nexpectancy: At least 3 months", "Hepatic: Bilirubin no greater than 1.5 mg/dL", "Not pregnant",
                "No other malignancy within 5 years", "Chemotherapy: At least 4 weeks since prior chemotherapy", "No concurrent chemotherapy", "At least 2 weeks since major surgery",
            ],
            document.Criteria.Where(criterion => criterion.Kind == CriterionKind.Inclusion).Select(criterion => criterion.Text));
        Assert.Equal(
            ["DISEASE CHARACTERISTICS:", "PATIENT CHARACTERISTICS:", "Renal: Not specified", "Other:", "PRIOR CONCURRENT THERAPY:", "Biologic therapy: See Disease Characteristics", "Surgery:"],
            document.Criteria.Where(criterion => criterion.Kind == CriterionKind.Note).Select(criterion => criterion.Text));
        Assert.Equal("ECOG performance status 0 to 2", One.English(document.Criteria.Single(criterion => criterion.Text.StartsWith("Performance", StringComparison.Ordinal))), ignoreCase: true);
    }

    [Fact]
    public void Exceptions_WithoutSigns_AreCutAtTheirCapitals()
    {
        var document = CriteriaReader.Default.Read("PATIENT CHARACTERISTICS: Other: No other malignancy except: Basal cell carcinoma Carcinoma in situ of the cervix No HIV");

        Assert.Equal(["No other malignancy except:", "Basal cell carcinoma", "Carcinoma in situ of the cervix", "No HIV"], document.Criteria.Where(criterion => criterion.Kind == CriterionKind.Inclusion).Select(criterion => criterion.Text));
    }

    [Theory]
    [InlineData("Patients with asthma. Other: see protocol")]
    [InlineData("Age: 18 to 65 years")]
    [InlineData("No asthma No diabetes")]
    public void OtherParagraph_IsLeftWhole(string words) => Assert.Single(CriteriaReader.Default.Read($"Inclusion Criteria:\n\n{words}").Criteria, criterion => criterion.Kind == CriterionKind.Inclusion);

    [Theory]
    [InlineData("--Patient Characteristics--")]
    [InlineData("--Prior/Concurrent Therapy--")]
    public void RuledOffTitle_IsANote(string words) => Assert.All(CriteriaReader.Default.Read($"Inclusion Criteria:\n\n{words}\n\n - Asthma").Criteria.Where(criterion => criterion.Text == words), criterion => Assert.Equal(CriterionKind.Note, criterion.Kind));
}
