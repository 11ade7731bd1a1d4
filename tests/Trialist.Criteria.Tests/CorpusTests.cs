using System.Text.Json;
using Trialist.Testing;

namespace Trialist.Criteria.Tests;

/// <summary>How much of real criteria is read; a fall below what was reached fails.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const double LeastFull = 0.412;
    private const double LeastWithPredicate = 0.90;

    [Fact]
    public void RealStudies_AreReadAsFarAsBefore()
    {
        var readings = new Dictionary<Reading, int>();
        var withPredicate = 0;
        var total = 0;
        foreach (var line in SharedData.ReadLines("studies-v2.ndjson.zst"))
        {
            using var json = JsonDocument.Parse(line);
            if (!json.RootElement.GetProperty("protocolSection").TryGetProperty("eligibilityModule", out var module) || !module.TryGetProperty("eligibilityCriteria", out var text))
            {
                continue;
            }

            foreach (var criterion in CriteriaReader.Default.Read(text.GetString()!).Criteria)
            {
                if (criterion.Reading is { } reading)
                {
                    total++;
                    readings[reading] = readings.GetValueOrDefault(reading) + 1;
                    withPredicate += criterion.Predicate is { } predicate && Criteria.Leaves.Of(predicate).Count > 0 ? 1 : 0;
                }
            }
        }

        var full = (double)readings[Reading.Full] / total;
        var predicates = (double)withPredicate / total;
        output.WriteLine($"# criteria {total}: full {full:P1}, judgement {(double)readings[Reading.Judgement] / total:P1}, action {(double)readings[Reading.Action] / total:P1}, in part {(double)readings[Reading.Partial] / total:P1}, none {(double)readings[Reading.None] / total:P1}; with a predicate {predicates:P1}");
        Assert.True(full >= LeastFull, $"Read in full fell to {full:P1}.");
        Assert.True(predicates >= LeastWithPredicate, $"With a predicate fell to {predicates:P1}.");
    }
}
