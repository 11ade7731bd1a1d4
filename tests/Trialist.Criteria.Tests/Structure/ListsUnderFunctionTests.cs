namespace Trialist.Criteria.Tests.Structure;

/// <summary>Lists that say what function is adequate, and counts that are no counts of a list.</summary>
public sealed class ListsUnderFunctionTests
{
    [Theory]
    [InlineData("Adequate organ function at screening including:", Reading.Full, "all")]
    [InlineData("Adequate pulmonary function:", Reading.Full, "all")]
    [InlineData("Adequate bone marrow function (no transfusion within 7 days):", Reading.Full, "all")]
    [InlineData("Adequate function by one of the following:", null, "any")]
    [InlineData("Diagnosis of a blood cancer including:", Reading.Full, "any")]
    [InlineData("Sterile for at least 3 months before screening by one of the following:", null, "any")]
    [InlineData("At least 3 of the following:", null, "3")]
    public void WordsAbove_AskForTheList_AsTheyJoinIt(string above, Reading? reading, string combine)
    {
        var document = CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {above}\n  1. Platelets ≥ 100,000/uL\n  2. Hemoglobin ≥ 9 g/dL\n  3. SpO2 > 92 %\n");
        var criterion = document.Criteria.First(one => one.Kind == CriterionKind.Inclusion);

        Assert.Equal(combine, criterion.Combine switch { Combine.All => "all", Combine.Any => "any", Combine.AtLeast some => $"{some.Count}", _ => "" });
        if (reading is { } expected)
        {
            Assert.Equal(expected, criterion.Reading);
        }
    }
}
