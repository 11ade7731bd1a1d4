using System.Text.Json;
using System.Xml.Linq;
using Trialist.Testing;

namespace Trialist.Criteria.Tests;

/// <summary>How much of real criteria is read; a fall below what was reached fails.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    private const double LeastFull = 0.408;
    private const double LeastFullOfAll = 0.480;
    private const double LeastWithPredicate = 0.90;

    [Fact]
    public void RealStudies_AreReadAsFarAsBefore()
    {
        var studies = StudiesOnce().ToList();
        var counts = studies.AsParallel().Select(study => (study.Source, Tally: Tally.Of(study.Text))).ToList();
        foreach (var source in counts.GroupBy(count => count.Source))
        {
            output.WriteLine($"# {source.Key}: {Tally.Sum(source.Select(count => count.Tally))}");
        }

        var first = Tally.Sum(counts.Where(count => count.Source == "studies-v2").Select(count => count.Tally));
        var all = Tally.Sum(counts.Select(count => count.Tally));
        output.WriteLine($"# all studies: {all}");
        Assert.True(first.Full >= LeastFull, $"Read in full in studies-v2 fell to {first.Full:P1}.");
        Assert.True(first.Predicates >= LeastWithPredicate, $"With a predicate in studies-v2 fell to {first.Predicates:P1}.");
        Assert.True(all.Full >= LeastFullOfAll, $"Read in full in all studies fell to {all.Full:P1}.");
    }

    // A study in several sources counts for the first one.
    private static IEnumerable<(string Source, string Text)> StudiesOnce()
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        string[] sources = ["studies-v2", "retrieval-2021/corpus", "retrieval-2016/corpus", "studies-legacy-xml"];
        foreach (var source in sources)
        {
            foreach (var line in SharedData.ReadLines($"{source}.ndjson.zst"))
            {
                using var json = JsonDocument.Parse(line);
                var (id, text) = source == "studies-legacy-xml" ? FromXml(json.RootElement) : FromJson(json.RootElement);
                if (text is { Length: > 0 } && known.Add(id))
                {
                    yield return (source, text);
                }
            }
        }
    }

    private static (string Id, string? Text) FromJson(JsonElement study)
    {
        var protocol = study.GetProperty("protocolSection");
        var id = protocol.GetProperty("identificationModule").GetProperty("nctId").GetString()!;
        return (id, protocol.TryGetProperty("eligibilityModule", out var module) && module.TryGetProperty("eligibilityCriteria", out var text) ? text.GetString() : null);
    }

    private static (string Id, string? Text) FromXml(JsonElement study)
        => (study.GetProperty("nctId").GetString()!, XElement.Parse(study.GetProperty("xml").GetString()!).Element("eligibility")?.Element("criteria")?.Element("textblock")?.Value);

    private sealed record Tally(int Studies, int Total, int WithPredicate, IReadOnlyDictionary<Reading, int> Readings)
    {
        public double Full => Share(Reading.Full);

        public double Predicates => (double)WithPredicate / Total;

        public static Tally Of(string text)
        {
            var criteria = CriteriaReader.Default.Read(text).Criteria.Where(criterion => criterion.Reading is not null).ToList();
            var withPredicate = criteria.Count(criterion => criterion.Predicate is { } predicate && Criteria.Leaves.Of(predicate).Count > 0);
            return new(1, criteria.Count, withPredicate, criteria.CountBy(criterion => criterion.Reading!.Value).ToDictionary());
        }

        public static Tally Sum(IEnumerable<Tally> tallies)
        {
            var all = tallies.ToList();
            var readings = Enum.GetValues<Reading>().ToDictionary(reading => reading, reading => all.Sum(tally => tally.Readings.GetValueOrDefault(reading)));
            return new(all.Count, all.Sum(tally => tally.Total), all.Sum(tally => tally.WithPredicate), readings);
        }

        public override string ToString() => $"studies {Studies}, criteria {Total}: full {Full:P1}, judgement {Share(Reading.Judgement):P1}, action {Share(Reading.Action):P1}, in part {Share(Reading.Partial):P1}, none {Share(Reading.None):P1}; with a predicate {Predicates:P1}";

        private double Share(Reading reading) => (double)Readings[reading] / Total;
    }
}
