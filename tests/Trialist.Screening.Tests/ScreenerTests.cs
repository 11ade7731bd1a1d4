using Trialist.Registry;
using Trialist.Screening.Cohorts;
using static Trialist.Screening.Tests.Made;

namespace Trialist.Screening.Tests;

public sealed class ScreenerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("trialist-screening-").FullName;
    private readonly StudyRegistry registry;
    private readonly Screener screener;

    public ScreenerTests()
    {
        registry = StudyRegistry.Open(folder);
        screener = new Screener(registry);
    }

    public void Dispose()
    {
        screener.Dispose();
        registry.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Match_PutsStudiesOfThePersonsDiseaseFirst()
    {
        var open = Study(1, "Gout", Criterion("I1", Leaf(LeafType.Score, "ecog") with { Bounds = new Bounds(null, new Bound(1, true), null) }));
        var merelyNotExcluded = Study(2, "Lupus", Criterion("E1", Leaf(LeafType.Condition, "asthma")));
        var closedToThem = Study(3, "Gout", Criterion("E1", Leaf(LeafType.Condition, "gout")));

        var result = screener.Match(Person(Has("gout"), No("asthma")), [merelyNotExcluded, closedToThem, open], new MatchOptions(AsOf));

        Assert.Equal([1, 3, 2], result.Results.Select(one => one.NctId.Number - 99000000));
        Assert.Equal([Verdict.Undetermined, Verdict.Ineligible, Verdict.Eligible], result.Results.Select(one => one.Verdict));
        Assert.Equal(54, result.Age);
        Assert.Equal("ecog", Assert.Single(result.Questions.ToArray()).Ask);
    }

    [Fact]
    public void Match_WithNothingKnown_IsNeverCertain()
    {
        var studies = Enumerable.Range(1, 20).Select(number => Study(number, "Gout", Criterion("I1", Leaf(LeafType.Condition, "gout")), Criterion("E1", Leaf(LeafType.Condition, "asthma")))).ToList();

        var result = screener.Match(new Person(), studies, new MatchOptions(AsOf));

        Assert.All(result.Results.ToArray(), one => Assert.Equal(Verdict.Undetermined, one.Verdict));
        Assert.All(result.Results.SelectMany(one => one.Criteria), one => Assert.Equal(Truth.Unknown, one.Truth));
    }

    [Fact]
    public async Task Match_WithAStudyThatIsNotThere_SaysSo()
    {
        var error = await Assert.ThrowsAsync<TrialistException>(() => screener.MatchAsync(Person(), new MatchOptions(AsOf) { Study = NctId.Parse("NCT00000001") }, default));

        Assert.Equal("NCT00000001 is not in the data folder; import it first.", error.Message);
    }

    [Fact]
    public void Screen_CountsWhatEachCriterionCosts_AloneAndJointly()
    {
        var study = Study(
            1, "Gout", Criterion("I1", Leaf(LeafType.Condition, "gout")), Criterion("E1", Leaf(LeafType.Condition, "asthma")), Criterion("E2", new Predicate.Judgement { Span = default }, Reading.Judgement));
        Person[] cohort =
        [
            Person(Has("gout"), No("asthma")) with { Id = "fits" },
            Person(No("gout"), Has("asthma")) with { Id = "fails both" },
            Person(Has("gout"), Has("asthma")) with { Id = "fails one" },
            Person(Has("gout"), Has("asthma")) with { Id = "fails one too" },
            Person(Has("gout")) with { Id = "open" },
        ];

        var result = screener.Screen(study, cohort, new ScreenOptions(AsOf), default);

        Assert.Equal((5, 1, 3, 1), (result.Persons, result.Eligible, result.Ineligible, result.Undetermined));
        Assert.Equal("E1", result.MostCostly);
        Assert.Equal(("I1", 4, 1, 0, 0, 1, 4), Row(result.Funnel[0]));
        Assert.Equal(("E1", 1, 3, 1, 2, 2, 2), Row(result.Funnel[1]));
        Assert.Equal(["fits", "open", "fails both", "fails one", "fails one too"], result.People.Select(one => one.Id));
    }

    [Fact]
    public void Screen_AssumingConditionsComplete_CarriesTheAssumption()
    {
        var study = Study(1, "Gout", Criterion("I1", Leaf(LeafType.Condition, "gout")), Criterion("E1", Leaf(LeafType.Condition, "asthma")));

        var result = screener.Screen(study, [Person(Has("gout"))], new ScreenOptions(AsOf) { AssumeComplete = [LeafType.Condition] }, default);

        Assert.Equal(1, result.Eligible);
        Assert.Equal([LeafType.Condition], result.AssumedComplete.ToArray());
        using var csv = new StringWriter();
        ScreenCsv.Write(csv, result);
        Assert.Equal("# assumed complete, silence read as no: conditions\nperson,verdict,I1,E1,missing\n1,eligible,met,met,\n", csv.ToString());
    }

    private static (string, int, int, int, int, int, int) Row(FunnelRow row) =>
        (row.Id, row.Met, row.NotMet, row.Unknown, row.LostAlone, row.LostHere, row.Remaining);
}
