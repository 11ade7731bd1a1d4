using System.Globalization;
using System.Text.Json;
using static Trialist.Specs.Demo.DemoStudies;

namespace Trialist.Specs.Demo;

/// <summary>Dates of a demo study follow one another, and fit its status and its numbers.</summary>
public sealed class DemoDateTests
{
    private const string Status = "statusModule.";

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void Date_StandsInItsOrder(string name)
    {
        string[][] orders =
        [
            ["startDateStruct.date", "primaryCompletionDateStruct.date", "completionDateStruct.date"],
            ["studyFirstSubmitDate", "studyFirstSubmitQcDate", "studyFirstPostDateStruct.date", "lastUpdatePostDateStruct.date"],
            ["studyFirstPostDateStruct.date", "resultsFirstSubmitDate", "resultsFirstSubmitQcDate", "resultsFirstPostDateStruct.date", "lastUpdatePostDateStruct.date"],
            ["statusVerifiedDate", "lastUpdatePostDateStruct.date"],
            ["lastUpdateSubmitDate", "lastUpdatePostDateStruct.date"],
            ["primaryCompletionDateStruct.date", "resultsFirstSubmitDate"],
        ];

        foreach (var order in orders)
        {
            var dates = order.Select(path => Text(Protocol(name), Status + path)).OfType<string>().Select(text => First(text)).ToArray();
            Assert.Equal(dates.Order(), dates);
        }
    }

    [Theory]
    [MemberData(nameof(DemoStudies.FictionalRows), MemberType = typeof(DemoStudies))]
    public void ActualDate_IsNotLaterThanTheRecord(string name)
    {
        var study = Protocol(name);
        var updated = Text(study, Status + "lastUpdatePostDateStruct.date")!;
        foreach (var item in new[] { "startDateStruct", "primaryCompletionDateStruct", "completionDateStruct" })
        {
            if (Text(study, $"{Status}{item}.type") == "ACTUAL")
            {
                Assert.True(First(Text(study, $"{Status}{item}.date")!) <= First(updated), item);
            }
        }
    }

    [Theory]
    [MemberData(nameof(DemoStudies.FictionalRows), MemberType = typeof(DemoStudies))]
    public void Status_FitsDatesReasonAndNumbers(string name)
    {
        var study = Protocol(name);
        var status = Text(study, Status + "overallStatus");
        var count = At(study, "designModule.enrollmentInfo.count")?.GetInt32();

        Assert.Equal(status is "TERMINATED" or "WITHDRAWN" or "SUSPENDED", Text(study, Status + "whyStopped") is not null);
        Assert.Equal(status is "UNKNOWN", Text(study, Status + "lastKnownStatus") is not null);
        Assert.Equal(status is "WITHDRAWN", count is 0);
        if (status is "COMPLETED" or "TERMINATED")
        {
            Assert.Equal("ACTUAL", Text(study, Status + "completionDateStruct.type"));
            Assert.Equal("ACTUAL", Text(study, "designModule.enrollmentInfo.type"));
        }
        else if (status is "RECRUITING" or "NOT_YET_RECRUITING" or "ENROLLING_BY_INVITATION")
        {
            Assert.Equal("ESTIMATED", Text(study, Status + "completionDateStruct.type"));
            Assert.Equal("ESTIMATED", Text(study, "designModule.enrollmentInfo.type"));
            Assert.Equal(status is "NOT_YET_RECRUITING" ? "ESTIMATED" : "ACTUAL", Text(study, Status + "startDateStruct.type"));
        }
    }

    [Theory]
    [MemberData(nameof(DemoStudies.Rows), MemberType = typeof(DemoStudies))]
    public void ResultsCount_AddsUp(string name)
    {
        var results = At(Get(name), "resultsSection");
        if (results is null)
        {
            return;
        }

        var enrolled = At(Protocol(name), "designModule.enrollmentInfo.count")!.Value.GetInt32();
        var period = Items(results.Value, "participantFlowModule.periods")[0];
        var counts = Items(period, "milestones").ToDictionary(item => Text(item, "type")!, item => Items(item, "achievements").Sum(Subjects), StringComparer.Ordinal);

        Assert.Equal(enrolled, counts["STARTED"]);
        Assert.Equal(counts["STARTED"], counts["COMPLETED"] + counts["NOT COMPLETED"]);
        Assert.Equal(counts["NOT COMPLETED"], Items(period, "dropWithdraws").SelectMany(item => Items(item, "reasons")).Sum(Subjects));
        foreach (var group in Items(results.Value, "adverseEventsModule.eventGroups"))
        {
            Assert.InRange(group.GetProperty("seriousNumAffected").GetInt32(), 0, group.GetProperty("seriousNumAtRisk").GetInt32());
            Assert.InRange(group.GetProperty("deathsNumAffected").GetInt32(), 0, group.GetProperty("deathsNumAtRisk").GetInt32());
        }
    }

    private static int Subjects(JsonElement item) => int.Parse(Text(item, "numSubjects")!, CultureInfo.InvariantCulture);

    // A date may lack its day or month: its first day stands for it.
    private static DateOnly First(string text) =>
        DateOnly.ParseExact((text + "-01-01")[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
