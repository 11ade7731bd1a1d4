using System.Text.Json;
using Trialist.Testing;

namespace Trialist.Criteria.Tests;

/// <summary>The study that the product started from, as its specification.</summary>
public sealed class SeedStudyTests
{
    [Fact]
    public void SeedStudy_IsCutAndNumberedAsPrinted() =>
        Assert.Equal(
            "I1 I2 I2.1 I2.2 I2.3 I2.4 I3 I4 I5 I6 I7 I8 I9 E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11",
            string.Join(' ', Seed().Criteria.Where(criterion => criterion.Kind != CriterionKind.Note).Select(criterion => criterion.Id)));

    [Theory]
    [InlineData("I4", "bilirubin.total", null, 51.0, "umol/L")]
    [InlineData("I4", "creatinine", null, 176.8, "umol/L")]
    [InlineData("I5", "lvef", 50.0, null, "%")]
    [InlineData("I6", "spo2", 92.0, null, "%")]
    [InlineData("I7", "life expectancy", 3.0, null, "mo")]
    [InlineData("E8", "creatinine", 2.5, null, "mg/dL")]
    [InlineData("E8", "bilirubin.total", 2.0, null, "mg/dL")]
    public void SeedStudy_LimitsAreExact(string id, string name, double? min, double? max, string unit)
    {
        var criterion = Seed().Criteria.Single(one => one.Id == id);

        Assert.Contains(
            Criteria.Leaves.Of(criterion.Predicate!),
            leaf => leaf.Concept.Name == name && leaf.Bounds is { } bounds && bounds.Min?.Value == (decimal?)min && bounds.Max?.Value == (decimal?)max && bounds.Unit == unit);
    }

    [Theory]
    [InlineData("I6", "no active infection in lungs and oxygen saturation ≥ 92 %")]
    [InlineData("E2", "prolonged QT interval or severe heart disease or severe arrhythmia")]
    [InlineData("E4", "severe active infection except (simple urinary tract infection or bacterial pharyngitis)")]
    [InlineData("E6", "systemic corticosteroid within 2 weeks before screening except current inhaled corticosteroid")]
    public void SeedStudy_DamagedWordsAreReadInFull(string id, string english)
    {
        var criterion = Seed().Criteria.Single(one => one.Id == id);

        Assert.Equal(Reading.Full, criterion.Reading);
        Assert.StartsWith(english, One.English(criterion), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("E9", Reading.Judgement)]
    [InlineData("I9", Reading.Action)]
    [InlineData("E11", Reading.Judgement)]
    public void SeedStudy_JudgementAndActionAreTold(string id, Reading reading) =>
        Assert.Equal(reading, Seed().Criteria.Single(one => one.Id == id).Reading);

    [Theory]
    [InlineData("TC0201", "I4", "E8")]
    [InlineData("TC0202", "I4", "E8")]
    [InlineData("TC0401", "E8", null)]
    public void SeedStudy_OddLimitsAreReported(string id, string first, string? second) =>
        Assert.Contains(Seed().Diagnostics.ToArray(), diagnostic => diagnostic.Id == id && diagnostic.Criteria.Contains(first) && (second is null || diagnostic.Criteria.Contains(second)));

    private static CriteriaDocument Seed()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(SharedData.Require("seed/NCT04599543.json")));
        return CriteriaReader.Default.Read(json.RootElement.GetProperty("protocolSection").GetProperty("eligibilityModule").GetProperty("eligibilityCriteria").GetString()!);
    }
}
