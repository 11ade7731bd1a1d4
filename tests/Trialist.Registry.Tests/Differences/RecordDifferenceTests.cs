using System.Text;

namespace Trialist.Registry.Differences;

public sealed class RecordDifferenceTests
{
    public static TheoryData<string, string, string> Rows => new()
    {
        { """{"a":1}""", """{"a":1.0}""", "" },
        { """{"protocolSection":{"statusModule":{"lastUpdateSubmitDate":"2026-01-01","statusVerifiedDate":"2026-01"}},"derivedSection":{"miscInfoModule":{"versionHolder":"2026-01-02"}}}""",
          """{"protocolSection":{"statusModule":{"lastUpdateSubmitDate":"2026-02-01"}},"derivedSection":{"miscInfoModule":{"versionHolder":"2026-02-02"}}}""", "" },
        { """{"protocolSection":{"contactsLocationsModule":{"locations":[{"zip":"1"}]}}}""", """{"protocolSection":{"contactsLocationsModule":{"locations":[{"zip":"2"}]}}}""", "contacts and locations" },
        { """{"protocolSection":{"oversightModule":{"oversightHasDmc":true}}}""", """{"protocolSection":{}}""", "oversight" },
        { "{}", """{"resultsSection":{"outcomeMeasuresModule":{"outcomeMeasures":[]},"adverseEventsModule":{"timeFrame":"1 year"}}}""", "results: outcomes, results: adverse events" },
        { """{"derivedSection":{"conditionBrowseModule":{"meshes":[]}}}""", """{"derivedSection":{"conditionBrowseModule":{"meshes":[1]}}}""", "the registry's terms for the conditions" },
        { """{"hasResults":false}""", """{"hasResults":true}""", "has results" },
        { """{"protocolSection":null}""", """{"protocolSection":{"designModule":{"studyType":"X"}}}""", "" }, // what is no object holds no part that could be named
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public void Parts_AreNamedInWords_AndStampsAreNone(string before, string after, string expected) =>
        Assert.Equal(expected, string.Join(", ", RecordDifference.PartsOf(Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after), new HashSet<string>())));
}
