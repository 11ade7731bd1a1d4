using System.Text.Json.Nodes;
using Trialist.Search.Pieces;

namespace Trialist.Web.Tests.Api.V2;

/// <summary>The routes that answer from tables.</summary>
public sealed class TableRouteTests(WebSite site)
{
    [Fact]
    public async Task Metadata_IsTheTreeOfAllPieces_WhenWhatIsOnlySearchedIsAskedFor()
    {
        var all = Nodes(await ArrayAsync("/studies/metadata?includeIndexedOnly=true")).ToList();
        var inRecords = Nodes(await ArrayAsync("/studies/metadata")).ToList();

        Assert.Equal(PieceTable.All.Count, all.Count);
        Assert.Equal(all.Count(node => node["indexedOnly"] is null), inRecords.Count);
        Assert.Equal("Phase[]", (string?)inRecords.Single(node => (string?)node["piece"] == "Phase")["type"]);
        Assert.True((bool)inRecords.Single(node => (string?)node["piece"] == "Location")["nested"]!);
        Assert.Equal("Condition/Disease", (string?)inRecords.Single(node => (string?)node["piece"] == "Condition")["title"]);
        Assert.Null(all.Single(node => (string?)node["piece"] == "NumArmGroups")["title"]);
    }

    [Fact]
    public async Task SearchAreas_AreTheRegistrysNineteen()
    {
        var areas = (await ArrayAsync("/studies/search-areas"))[0]!["areas"]!.AsArray();
        var basic = areas.Single(area => (string?)area!["name"] == "BasicSearch")!;

        Assert.Equal(19, areas.Count);
        Assert.Equal("query.term", (string?)basic["param"]);
        Assert.Equal(57, basic["parts"]!.AsArray().Sum(part => part!["pieces"]!.AsArray().Count));
    }

    [Theory]
    [InlineData("Status", "ACTIVE_NOT_RECRUITING", "Active, not recruiting")]
    [InlineData("Phase", "NA", "Not Applicable")]
    [InlineData("Phase", "PHASE2", "Phase 2")]
    [InlineData("DesignMasking", "NONE", "None (Open Label)")]
    public async Task Enums_NameEachValueAndItsLabel(string type, string value, string label)
    {
        var found = (await ArrayAsync("/studies/enums")).Single(node => (string?)node!["type"] == type)!;

        Assert.Equal(label, (string?)found["values"]!.AsArray().Single(item => (string?)item!["value"] == value)!["legacyValue"]);
        Assert.NotEmpty(found["pieces"]!.AsArray());
    }

    [Fact]
    public async Task Sizes_AreThoseOfTheRecords()
    {
        var sizes = JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/stats/size"))!;
        var record = await site.Client.GetByteArrayAsync("/api/v1/studies/" + SampleStudies.Rich);
        var rich = sizes["largestStudies"]!.AsArray().SingleOrDefault(study => (string?)study!["id"] == SampleStudies.Rich);

        Assert.Equal((int)sizes["totalStudies"]!, sizes["ranges"]!.AsArray().Sum(range => (int)range!["studiesCount"]!));
        Assert.True(rich is null || (int)rich["sizeBytes"]! == record.Length);
        Assert.True((int)sizes["percentiles"]!["1"]! <= (int)sizes["percentiles"]!["99"]!);
    }

    [Fact]
    public async Task Version_SaysWhichApiAndFromWhenTheDataIs() =>
        Assert.Equal("""{"apiVersion":"2.0.5","dataTimestamp":"2026-11-24T12:00:00"}""", await site.Client.GetStringAsync("/api/v2/version"));

    [Theory]
    [InlineData("/api/oas/v2")]
    [InlineData("/api/oas/v2.yaml")]
    [InlineData("/api/oas/v2/ctg-oas-v2.yaml")]
    [InlineData("/api/v2/openapi.yaml")]
    public async Task Description_IsYaml_WhereTheRegistryHasItsOwn(string path)
    {
        using var response = await site.Client.GetAsync(path);
        var yaml = await response.Content.ReadAsStringAsync();

        Assert.Equal("application/yaml", response.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("\"openapi\": \"3.", yaml, StringComparison.Ordinal);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/openapi.json")), Descriptions.OfYaml(yaml)));
    }

    [Fact]
    public async Task Description_IsJson_WhereItsAddressSaysSo()
    {
        using var response = await site.Client.GetAsync("/api/oas/v2.json");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(await site.Client.GetStringAsync("/api/v2/openapi.json"), await response.Content.ReadAsStringAsync());
    }

    private static IEnumerable<JsonNode> Nodes(JsonArray nodes) => nodes.SelectMany(node => (node!["children"] is JsonArray children ? Nodes(children) : []).Prepend(node));

    private async Task<JsonArray> ArrayAsync(string route) => JsonNode.Parse(await site.Client.GetStringAsync("/api/v2" + route))!.AsArray();
}
