using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;

namespace Trialist.Web.Tests.Api.V2;

public sealed class StatsRouteTests(WebSite site)
{
    [Fact]
    public async Task Values_OfAList_AreCountedByStudies()
    {
        var phases = await OneAsync("/stats/field/values?fields=Phase");
        var records = await RecordsAsync();
        var phase2 = records.Count(record => record["protocolSection"]!["designModule"]?["phases"] is JsonArray list && list.Any(phase => (string?)phase == "PHASE2"));
        var none = records.Count(record => record["protocolSection"]!["designModule"]?["phases"] is not JsonArray);

        Assert.Equal("ENUM", (string?)phases["type"]);
        Assert.Equal("protocolSection.designModule.phases", (string?)phases["field"]);
        Assert.Equal(phase2, (int)phases["topValues"]!.AsArray().Single(value => (string?)value!["value"] == "PHASE2")!["studiesCount"]!);
        Assert.Equal(none, (int)phases["missingStudiesCount"]!);
    }

    [Fact]
    public async Task Values_OfText_NameTheCommonestAndTheLongest()
    {
        var titles = await OneAsync("/stats/field/values?fields=Condition");
        var values = (await RecordsAsync()).SelectMany(record => record["protocolSection"]!["conditionsModule"]?["conditions"]?.AsArray().Select(value => (string)value!).Distinct(StringComparer.Ordinal) ?? []).ToList();

        Assert.Equal("STRING", (string?)titles["type"]);
        Assert.Equal(values.Distinct(StringComparer.Ordinal).Count(), (int)titles["uniqueValuesCount"]!);
        Assert.Equal(values.GroupBy(value => value, StringComparer.Ordinal).Max(group => group.Count()), (int)titles["topValues"]![0]!["studiesCount"]!);
        Assert.Equal(values.Max(value => value.Length), (int)titles["longest"]!["length"]!);
    }

    [Fact]
    public async Task Values_OfNumbersAndDates_HaveTheirEnds()
    {
        var records = await RecordsAsync();
        var counts = records.Select(record => (int?)record["protocolSection"]!["designModule"]?["enrollmentInfo"]?["count"]).OfType<int>().ToList();
        var enrollment = await OneAsync("/stats/field/values?fields=EnrollmentCount");
        var posted = await OneAsync("/stats/field/values?fields=StudyFirstPostDate");

        Assert.Equal((counts.Min(), counts.Max()), ((int)enrollment["min"]!, (int)enrollment["max"]!));
        Assert.Equal(counts.Average(), (double)enrollment["avg"]!, 3);
        Assert.Equal("yyyy-MM-dd", (string?)posted["formats"]![0]);
        Assert.True(string.CompareOrdinal((string?)posted["min"], (string?)posted["max"]) < 0);
    }

    [Fact]
    public async Task Values_OfPartialDates_AreAsRecordsWriteThem()
    {
        var written = (await RecordsAsync()).Select(record => (string?)record["protocolSection"]!["statusModule"]?["statusVerifiedDate"]).OfType<string>().Order(StringComparer.Ordinal).ToList();
        var verified = await OneAsync("/stats/field/values?fields=StatusVerifiedDate");

        Assert.Contains(written, date => date.Length == 7);
        Assert.Equal((written[0], written[^1]), ((string?)verified["min"], (string?)verified["max"]));
    }

    [Theory]
    [InlineData("StartDate", "yyyy|yyyy-MM|yyyy-MM-dd")]
    [InlineData("StudyFirstSubmitDate", "yyyy-MM-dd")]
    [InlineData("LargeDocUploadDate", "yyyy-MM-dd'T'HH:mm")]
    public async Task Formats_OfDates_AreThoseThatTheDescriptionGivesTheirType(string piece, string formats) =>
        Assert.Equal(formats, string.Join('|', (await OneAsync($"/stats/field/values?fields={piece}"))["formats"]!.AsArray().Select(format => (string)format!)));

    [Fact]
    public async Task Values_OfAKind_AreThoseOfThatKindOnly()
    {
        var all = JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/stats/field/values?types=BOOLEAN|INTEGER"))!.AsArray();

        Assert.Equal(["BOOLEAN", "INTEGER"], all.Select(node => (string)node!["type"]!).Distinct().Order());
    }

    [Fact]
    public async Task Sizes_OfAList_AreItsLengths()
    {
        var sizes = await OneAsync("/stats/field/sizes?fields=protocolSection.designModule.phases");

        Assert.Equal("Phase", (string?)sizes["piece"]);
        Assert.Equal((1, 2), ((int)sizes["minSize"]!, (int)sizes["maxSize"]!));
        Assert.Equal(2, sizes["topSizes"]!.AsArray().Count);
    }

    [Fact]
    public async Task FilteredStatistics_CountAmongTheStudiesOfAQuery()
    {
        const string Chosen = "filter.overallStatus=RECRUITING&query.term=AREA%5BStudyType%5DINTERVENTIONAL";
        var page = JsonNode.Parse(await site.Client.GetStringAsync($"/api/v2/studies?{Chosen}&pageSize=1000"))!["studies"]!.AsArray();
        var phases = await OneAsync($"/stats/field/values?filtered=true&{Chosen}&fields=Phase");
        var conditions = await OneAsync($"/stats/field/values?filtered=true&{Chosen}&fields=Condition");
        var sizes = await OneAsync($"/stats/field/sizes?filtered=true&{Chosen}&fields=Phase");
        var lists = page.Select(record => record!["protocolSection"]!["designModule"]?["phases"] as JsonArray).ToList();

        Assert.InRange(page.Count, 1, 60);
        Assert.Equal(lists.Count(list => list is null), (int)phases["missingStudiesCount"]!);
        Assert.Equal(lists.Count(list => list?.Any(phase => (string?)phase == "PHASE2") == true), (int)phases["topValues"]!.AsArray().Single(value => (string?)value!["value"] == "PHASE2")!["studiesCount"]!);
        Assert.Equal(lists.Count(list => list is not null), sizes["topSizes"]!.AsArray().Sum(size => (int)size!["studiesCount"]!));
        Assert.Equal(page.SelectMany(record => record!["protocolSection"]!["conditionsModule"]?["conditions"]?.AsArray().Select(value => (string)value!) ?? []).Distinct(StringComparer.Ordinal).Count(), (int)conditions["uniqueValuesCount"]!);
    }

    [Fact]
    public async Task FilteredSizes_AreThoseOfTheStudiesOfAQuery()
    {
        var sizes = JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/stats/size?filtered=true&filter.ids=NCT01000001,NCT01000002"))!;

        Assert.Equal(2, (int)sizes["totalStudies"]!);
        Assert.Equal(["NCT01000001", "NCT01000002"], sizes["largestStudies"]!.AsArray().Select(study => (string)study!["id"]!));
        Assert.Equal(2, sizes["ranges"]!.AsArray().Sum(range => (int)range!["studiesCount"]!));
    }

    [Theory]
    [InlineData("/stats/field/values?fields=Phse", HttpStatusCode.NotFound, "Unknown piece name of field path: Phse; did you mean `Phase`?")]
    [InlineData("/stats/field/sizes?fields=Conditon", HttpStatusCode.NotFound, "Unknown piece name of field path: Conditon; did you mean `Condition`?")]
    [InlineData("/stats/field/values?types=ENUMS", HttpStatusCode.BadRequest, "Invalid value in parameter `types`: `ENUMS`; did you mean `ENUM`?")]
    [InlineData("/stats/field/values?fields=Phase&fields=Sex", HttpStatusCode.BadRequest, "Parameter `fields` is given twice")]
    [InlineData("/stats/size?filtered=true&filter.overallStatus=RECRUTING", HttpStatusCode.BadRequest, "Invalid value in parameter `overallStatus`: `RECRUTING`; did you mean `RECRUITING`?")]
    [InlineData("/studies/NCT01000001?fields=NumLocations", HttpStatusCode.BadRequest, "Parameter 'fields' contains 'NumLocations', which is only searched: no record holds it")]
    [InlineData("/studies/NCT01000001?format=csv&markupFormat=legacy", HttpStatusCode.BadRequest, "Parameter `markupFormat` has no effect with format `csv`")]
    [InlineData("/studies/metadata?includeIndexedOnly=true&includeIndexedOnly=true", HttpStatusCode.BadRequest, "Parameter `includeIndexedOnly` is given twice")]
    public async Task StrictRequest_IsToldWhatMayHaveBeenMeant(string route, HttpStatusCode status, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2" + route);
        request.Headers.Add("Prefer", "handling=strict");
        using var response = await site.Client.SendAsync(request);

        Assert.Equal((status, body), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("handling=strict", response.Headers.GetValues("Preference-Applied").Single());
    }

    [Theory]
    [InlineData("/stats/size?filtered=true&query.cond=heart%20AND", HttpStatusCode.BadRequest, "Error parsing query in `query.cond`: column 10: expected a term after AND")]
    [InlineData("/stats/field/values?filtered=true&query.cond=heart%20AND&fields=Phase", HttpStatusCode.BadRequest, "Error parsing query in `query.cond`: column 10: expected a term after AND")]
    [InlineData("/stats/field/values?filtered=true&query.term=AREA%5BNothing%5Dx&fields=Phase", HttpStatusCode.BadRequest, "Error parsing query in `query.term`: Unknown area name: `Nothing`")]
    [InlineData("/stats/field/values?fields=X", HttpStatusCode.NotFound, "Unknown piece name of field path: X")]
    [InlineData("/stats/field/values?fields=Location", HttpStatusCode.NotFound, "Unknown piece name of field path: Location")]
    [InlineData("/stats/field/sizes?fields=BriefTitle", HttpStatusCode.NotFound, "Unknown piece name of field path: BriefTitle")]
    [InlineData("/stats/field/values?types=TEXT", HttpStatusCode.BadRequest, "Invalid value in parameter `types`: `TEXT`")]
    [InlineData("/stats/field/values?query.cond=x", HttpStatusCode.BadRequest, "Invalid prefix in parameter name: query.cond")]
    [InlineData("/studies/download", HttpStatusCode.BadRequest, "Invalid value in parameter `format`: ``")]
    [InlineData("/studies/download?format=csv", HttpStatusCode.BadRequest, "Invalid value in parameter `format`: `csv`")]
    [InlineData("/studies/download?format=json.zip&query.cond=x", HttpStatusCode.BadRequest, "`query.cond` is unknown parameter")]
    public async Task WrongRequest_IsRefusedInPlainText(string route, HttpStatusCode status, string body)
    {
        using var response = await site.Client.GetAsync("/api/v2" + route);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Download_HoldsEveryRecordAsItCame_InFoldersByItsLastDigits()
    {
        using var response = await site.Client.GetAsync("/api/v2/studies/download?format=json.zip");
        await using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        using var entry = new StreamReader(await zip.GetEntry("01/NCT01000001.json")!.OpenAsync());
        var sizes = JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/stats/size"))!;

        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("ctg-studies.json.zip", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Equal((int)sizes["totalStudies"]!, zip.Entries.Count);
        Assert.Equal(await site.Client.GetStringAsync("/api/v1/studies/NCT01000001"), await entry.ReadToEndAsync());
    }

    private async Task<JsonNode> OneAsync(string route) => JsonNode.Parse(await site.Client.GetStringAsync("/api/v2" + route))!.AsArray().Single()!;

    private async Task<List<JsonNode>> RecordsAsync() => [.. JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/studies?pageSize=1000"))!["studies"]!.AsArray().OfType<JsonNode>()];
}
