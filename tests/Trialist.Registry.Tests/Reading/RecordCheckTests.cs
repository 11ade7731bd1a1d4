using System.Text;
using Trialist.Testing;

namespace Trialist.Registry.Reading;

public sealed class RecordCheckTests
{
    [Theory]
    [InlineData("""{"designModule":{"enrollmentInfo":{"count":12,"type":"ACTUAL"}}}""", "")]
    [InlineData("""{"designModule":{"enrollmentInfo":{"count":-1}}}""", "designModule.enrollmentInfo.count holds the number -1, which is no whole number from 0 up")]
    [InlineData("""{"designModule":{"enrollmentInfo":{"count":"12"}}}""", "designModule.enrollmentInfo.count holds the text \"12\" where a number belongs")]
    [InlineData("""{"designModule":{"enrollmentInfo":{"count":null}}}""", "")] // not given
    [InlineData("""{"designModule":{"phases":"PHASE1"}}""", "designModule.phases holds the text \"PHASE1\" where a list belongs")]
    [InlineData("""{"designModule":{"phases":["PHASE1","PHASE9"]}}""", "designModule.phases[1] holds the text \"PHASE9\", which is no value of the registry's list")]
    [InlineData("""{"designModule":{"phases":[null]}}""", "designModule.phases[0] holds null where a text belongs")]
    [InlineData("""{"designModule":[]}""", "designModule holds a list where an object belongs")]
    [InlineData("""{"statusModule":{"statusVerifiedDate":"2020-10","startDateStruct":{"date":"2020"},"lastUpdatePostDateStruct":{"date":"2020-10-31"}}}""", "")]
    [InlineData("""{"statusModule":{"statusVerifiedDate":"October 2020"}}""", "statusModule.statusVerifiedDate holds the text \"October 2020\", which is no date")]
    [InlineData("""{"eligibilityModule":{"minimumAge":"N/A","maximumAge":"sixty","healthyVolunteers":"No"}}""",
        "eligibilityModule.healthyVolunteers holds the text \"No\" where true or false belongs|eligibilityModule.maximumAge holds the text \"sixty\", which is no age such as \"18 Years\"")]
    [InlineData("""{"eligibilityModule":{"eligibilityCriteria":["Adults"]}}""", "eligibilityModule.eligibilityCriteria holds a list where a text belongs")]
    [InlineData("""{"eligibilityModule":{"sex":"\u0041LL"}}""", "")] // "ALL", escaped
    [InlineData("""{"eligibilityModule":{"sex":"\ud800"}}""", "eligibilityModule.sex holds the text \"\\ud800\", which is no value of the registry's list")]
    [InlineData("""{"contactsLocationsModule":{"locations":[{"geoPoint":{"lat":1,"lon":2}},{"geoPoint":{"lat":91,"lon":2}},7]}}""",
        "contactsLocationsModule.locations[1].geoPoint holds no latitude and longitude of the earth|contactsLocationsModule.locations[2] holds the number 7 where an object belongs")]
    [InlineData("""{"unheardOf":{"overallStatus":"WEIRD"}}""", "")] // what the registry may add later is no oddity
    public void ValueOfAWrongKind_IsNamedWithItsPlace(string protocolSection, string expected) =>
        Assert.Equal(
            expected,
            string.Join('|', RecordCheck.Of(Encoding.UTF8.GetBytes($$"""{"protocolSection":{{protocolSection}}}""")).Select(warning => $"{warning.Field.Replace("protocolSection.", "", StringComparison.Ordinal)} {warning.Problem}")));

    [Theory]
    [InlineData("{}", "")]
    [InlineData("[1]", "")]
    [InlineData("no JSON", "")]
    [InlineData("""{"protocolSection":3,"hasResults":"yes"}""", "protocolSection holds the number 3 where an object belongs|hasResults holds the text \"yes\" where true or false belongs")]
    public void RecordOfAnyShape_IsHeldAgainstTheDescription(string json, string expected) =>
        Assert.Equal(expected, string.Join('|', RecordCheck.Of(Encoding.UTF8.GetBytes(json)).Select(warning => $"{warning.Field} {warning.Problem}")));

    [Fact]
    public void RecordWithThousandsOfOddValues_NamesTheFirstOnly()
    {
        var ones = string.Join(',', Enumerable.Repeat("1", 5_000));
        Assert.Equal(100, RecordCheck.Of(Encoding.UTF8.GetBytes("{\"protocolSection\":{\"conditionsModule\":{\"conditions\":[" + ones + "]}}}")).Count);
    }

    [Fact]
    public void RealRecords_HaveNoOddValues() => Assert.All(
        SharedData.ReadLines("studies-v2.ndjson.zst"),
        line => Assert.Empty(RecordCheck.Of(Encoding.UTF8.GetBytes(line))));
}
