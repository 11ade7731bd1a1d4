using System.Text.Json;
using System.Text.RegularExpressions;
using Trialist.Testing;
using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>The one real study: restated, with every figure and every oddity of its record.</summary>
public sealed partial class DemoSeedTests
{
    // Spellings that the record itself carries; a parser must live with them.
    private static readonly string[] Damage =
        ["ofnormal", "indoorair", "urinarytractinfectionand", "in haledsteroids", "studyand", "hemorrhagicdiseases", "diseasessuch", "toscreening", "ofpatients", "flowcytometry", "disturbance,epilepsy,cerebrovascular ischemia"];

    private static string Criteria => Text(Protocol(RealStudy), "eligibilityModule.eligibilityCriteria")!;

    [Fact]
    public void Criteria_KeepTheNumberingOfTheRecord()
    {
        var halves = Criteria.Split("Exclusion Criteria:");

        Assert.Equal(Enumerable.Range(1, 9), Numbers(halves[0], "  "));
        Assert.Equal(Enumerable.Range(1, 4), Numbers(halves[0], "    "));
        Assert.Equal(Enumerable.Range(1, 11), Numbers(halves[1], "  "));
    }

    [Fact]
    public void Criteria_KeepTheDamagedSpellings() => Assert.All(Damage, word => Assert.Contains(word, Criteria, StringComparison.Ordinal));

    [Fact]
    public void Criteria_KeepTheContradictingBounds() =>
        Assert.All(["≤ 51 umol/L", "≤ 176.8 umol/L", "Creatinine>2.5mg/dl", "bilirubin>2.0 mg/dl", "≥ 92%", "> 0.01%", "(2016.v1)"], text => Assert.Contains(text, Criteria, StringComparison.Ordinal));

    [Fact]
    public void Ages_AreNotGiven()
    {
        Assert.Null(Text(Protocol(RealStudy), "eligibilityModule.minimumAge"));
        Assert.Null(Text(Protocol(RealStudy), "eligibilityModule.maximumAge"));
    }

    [Fact]
    public void Record_KeepsEveryFigureAndNameOfTheSource()
    {
        using var source = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require(Path.Combine("seed", RealStudy + ".json"))));
        // Texts are restated and one placeholder is reworded; all else is the same, and the texts hold the same figures.
        string[] restated = ["protocolSection.descriptionModule.briefSummary", "protocolSection.descriptionModule.detailedDescription", "protocolSection.eligibilityModule.eligibilityCriteria"];
        foreach (var (path, value) in Walk(source.RootElement).Where(entry => entry.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number))
        {
            if (restated.Contains(path))
            {
                Assert.Equal(Figure().Matches(value.GetString()!).Select(match => match.Value).Order(StringComparer.Ordinal), Figure().Matches(At(Get(RealStudy), path)!.Value.GetString()!).Select(match => match.Value).Order(StringComparer.Ordinal));
            }
            else if (path != "protocolSection.sponsorCollaboratorsModule.collaborators.name")
            {
                Assert.Contains(Walk(Get(RealStudy)), entry => entry.Path == path && entry.Value.ToString() == value.ToString());
            }
        }
    }

    private static IEnumerable<int> Numbers(string text, string indent) =>
        text.Split('\n').Where(line => line.StartsWith(indent, StringComparison.Ordinal) && char.IsAsciiDigit(line[indent.Length]))
            .Select(line => int.Parse(line.AsSpan(indent.Length, line.IndexOf('.', StringComparison.Ordinal) - indent.Length), System.Globalization.CultureInfo.InvariantCulture));

    [GeneratedRegex(@"[<>≤≥]? ?\d+(\.\d+)?%?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Figure();
}
