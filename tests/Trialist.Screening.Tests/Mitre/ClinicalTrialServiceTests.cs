using System.Text;
using System.Text.Json;
using Trialist.Fhir;
using Trialist.Registry;
using Trialist.Screening.Mitre;
using Trialist.Testing;

namespace Trialist.Screening.Tests.Mitre;

public sealed class ClinicalTrialServiceTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("trialist-mitre-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(null, null, null, 1)]
    [InlineData("early-phase-1", null, null, 1)]
    [InlineData("phase-3", null, null, 0)]
    [InlineData(null, "NOT_YET_RECRUITING", null, 1)]
    [InlineData(null, "recruiting", null, 0)]
    [InlineData(null, null, 25, 0)] // the only site lies in China, the home in Boston
    public async Task Parameters_NarrowTheSearchset(string? phase, string? status, int? miles, int count)
    {
        using var registry = StudyRegistry.Open(folder);
        await registry.AddAsync([await File.ReadAllBytesAsync(Repository.PathOf("data", "demo", "NCT04599543.json"), TestContext.Current.CancellationToken)], StudyOrigin.Demo, DateTimeOffset.UnixEpoch, default);
        using var screener = new Screener(registry);
        var service = new ClinicalTrialService(screener, _ => new Place("Boston", 42.36, -71.06));
        var reading = new PersonReading(Made.Person(Made.Has("acute myeloid leukemia")), [])
        {
            Parameters = new MatchParameters { ZipCode = "02101", TravelRadius = miles, Phase = phase, RecruitmentStatus = status },
        };

        var matches = await service.MatchAsync(reading, Made.AsOf, default);

        Assert.Equal(count, matches.Count);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            ClinicalTrialService.Write(json, matches);
        }

        var bundle = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
        Assert.Equal(("Bundle", "searchset", count), (bundle.GetProperty("resourceType").GetString(), bundle.GetProperty("type").GetString(), bundle.GetProperty("total").GetInt32()));
        foreach (var entry in bundle.GetProperty("entry").EnumerateArray())
        {
            Assert.Equal("NCT04599543", entry.GetProperty("resource").GetProperty("id").GetString());
            Assert.InRange(entry.GetProperty("search").GetProperty("score").GetDouble(), 0, 1);
        }
    }
}
