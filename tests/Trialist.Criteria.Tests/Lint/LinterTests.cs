using Trialist.Testing;

namespace Trialist.Criteria.Tests.Lint;

public sealed class LinterTests
{
    [Theory]
    [InlineData("TC0101", "Creatinine < 1 mg/dL", "Creatinine > 2 mg/dL", "")]
    [InlineData("TC0102", "Hemoglobin > 12 and < 12 g/dL", "", "")]
    [InlineData("TC0201", "Total bilirubin ≤ 51 umol/L", "", "Total bilirubin > 2.0 mg/dL")]
    [InlineData("TC0202", "Creatinine ≤ 176.8 umol/L", "", "Creatinine > 2.5 mg/dL")]
    [InlineData("TC0203", "Creatinine ≤ 1.5 mg/dL", "Creatinine ≤ 1.5 mg/dL", "")]
    [InlineData("TC0301", "Hemoglobin ≥ 900 g/dL", "", "")]
    [InlineData("TC0302", "Hemoglobin ≥ 9 mm[Hg]", "", "")]
    [InlineData("TC0401", "ALT ≤ 3 times of normal amounts", "", "")]
    [InlineData("TC0402", "Asthma", "", "Recent history of stroke")]
    [InlineData("TC0403", "Adequate organ function as defined in the protocol", "", "")]
    [InlineData("TC0601", "Adult", "", "No asthma")]
    public void OddText_IsReported(string id, string first, string second, string excluded)
    {
        var document = CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {first}\n{(second.Length > 0 ? $"* {second}\n" : "")}\nExclusion Criteria:\n\n* {excluded}");

        Assert.Contains(document.Diagnostics.ToArray(), diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [InlineData("TC0501", "* Age ≥ 21 years")]
    [InlineData("TC0502", "* Female")]
    public void TextAtOddsWithTheFields_IsReported(string id, string line)
    {
        var document = CriteriaReader.Default.Read($"Inclusion Criteria:\n\n{line}", new EligibilityRules { MinimumAge = "18 Years", Sex = Sex.Male });

        Assert.Contains(document.Diagnostics.ToArray(), diagnostic => diagnostic.Id == id);
    }

    [Theory]
    [InlineData("Creatinine ≤ 2 mg/dL", "Creatinine > 2 mg/dL")]
    [InlineData("Creatinine ≤ 176.8 umol/L", "Creatinine > 2 mg/dL")]
    public void LimitsThatComplementEachOther_AreFine(string included, string excluded) =>
        Assert.Empty(CriteriaReader.Default.Read($"Inclusion Criteria:\n\n* {included}\n\nExclusion Criteria:\n\n* {excluded}").Diagnostics.ToArray());

    [Fact]
    public void ReferencePage_ListsEveryFinding()
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "reference", "diagnostics.md"));

        Assert.All(Criteria.Lint.Finding.All, finding => Assert.Contains($"## {finding.Id}", page, StringComparison.Ordinal));
    }
}
