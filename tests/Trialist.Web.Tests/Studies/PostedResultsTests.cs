using System.Text.Json;
using Trialist.Web.Studies;

namespace Trialist.Web.Tests.Studies;

public sealed class PostedResultsTests
{
    [Theory]
    [InlineData("""{ "populationDescription": "Nobody was enrolled." }""", "Nobody was enrolled.")]
    [InlineData("""{ "reportingStatus": "NOT_POSTED", "anticipatedPostingDate": "2027-03" }""", "The figures are not posted yet. They are expected in March 2027.")]
    [InlineData("""{ "reportingStatus": "POSTED" }""", "No figures were posted, and the record does not say why.")]
    public void MeasureWithoutFigures_SaysWhatTheRecordSaysOfThat(string measure, string why)
    {
        var read = Read(measure);

        Assert.Empty(read.Values);
        Assert.Equal(why, read.WhyNone);
    }

    [Fact]
    public void EveryRowOfAMeasure_IsShownWithItsTitle_AndTheRestIsCounted()
    {
        var rows = string.Join(',', Enumerable.Range(1, 14).Select(row => $$"""{ "title": "Week {{row}}", "categories": [ { "measurements": [ { "groupId": "A", "value": "{{row}}" } ] } ] }"""));

        var read = Read($$"""{ "groups": [ { "id": "A", "title": "Tablet" } ], "classes": [ {{rows}} ] }""");

        Assert.Equal(new PostedResults.Value("Week 1", "Tablet", "1"), read.Values[0]);
        Assert.Equal((12, 2, null), (read.Values.Count, read.MoreValues, read.WhyNone));
    }

    [Fact]
    public void FigureThatCouldNotBeTold_StandsWithItsReason()
    {
        var read = Read("""{ "classes": [ { "categories": [ { "measurements": [ { "groupId": "A", "value": "NA", "comment": "Too few events." } ] } ] } ] }""");

        Assert.Equal("NA (Too few events.)", Assert.Single(read.Values).Figure);
    }

    private static PostedResults.Measure Read(string measure)
    {
        using var record = JsonDocument.Parse($$"""{ "resultsSection": { "outcomeMeasuresModule": { "outcomeMeasures": [ {{measure.Insert(1, "\"type\": \"PRIMARY\", ")}} ] } } }""");
        return PostedResults.Read(record.RootElement)!.Primary[0];
    }
}
