using System.Net;
using System.Text.Json.Nodes;

namespace Trialist.Web.Tests.Api;

public sealed class ChangesApiTests(WebSite site)
{
    [Theory]
    [InlineData("/api/v1/changes")]
    [InlineData("/api/v2/changes")] // people look for it beside the registry's routes
    public async Task Changes_FollowedByNext_AreEveryStudyOnceInTheirOrder(string route)
    {
        var found = new List<(string Id, long Sequence)>();
        var address = route + "?limit=7";
        long latest = 0;
        while (address is not null)
        {
            var page = JsonNode.Parse(await site.Client.GetStringAsync(address))!;
            found.AddRange(page["changes"]!.AsArray().Select(change => ((string)change!["nctId"]!, (long)change["sequence"]!)));
            latest = (long)page["latest"]!;
            address = (string?)page["next"];
            Assert.StartsWith(route, address ?? route, StringComparison.Ordinal);
        }

        var sizes = JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/stats/size"))!;
        Assert.Equal((int)sizes["totalStudies"]!, found.Select(change => change.Id).Distinct().Count());
        Assert.Equal(found.Select(change => change.Sequence).Order(), found.Select(change => change.Sequence));
        Assert.Equal(latest, found[^1].Sequence);
        Assert.Empty(JsonNode.Parse(await site.Client.GetStringAsync($"/api/v1/changes?after={latest}"))!["changes"]!.AsArray());
    }

    [Theory]
    [InlineData("2026-11-24", true)]
    [InlineData("2026-11-24T12:00:00Z", true)] // the time of the test site
    [InlineData("2026-11-24T12:00:01Z", false)]
    public async Task Changes_SinceATime_AreThoseSeenThenOrLater(string since, bool any)
    {
        var changes = JsonNode.Parse(await site.Client.GetStringAsync("/api/v1/changes?since=" + since))!["changes"]!.AsArray();

        Assert.Equal(any, changes.Count > 0);
    }

    [Theory]
    [InlineData("since=yesterday")]
    [InlineData("limit=0")]
    [InlineData("limit=1001")]
    [InlineData("after=-1")]
    public async Task Changes_OfAWrongRequest_AreRefused(string query)
    {
        using var response = await site.Client.GetAsync("/api/v1/changes?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("since=yesterday", "Invalid value in parameter `since`: `yesterday`; a day or a time is expected, such as 2026-11-24 or 2026-11-24T12:00:00Z")]
    [InlineData("limit=0", "Invalid value in parameter `limit`: `0`; 1 to 1000 changes are on a page")]
    [InlineData("after=-1", "Invalid value in parameter `after`: `-1`")]
    [InlineData("form=2026", "`form` is unknown parameter")]
    public async Task Changes_OfAWrongRequest_AreRefusedInPlainText_BesideTheRegistrysRoutes(string query, string body)
    {
        using var response = await site.Client.GetAsync("/api/v2/changes?" + query);

        Assert.Equal((HttpStatusCode.BadRequest, "text/plain", body), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Study_AsOfADay_IsTheVersionOfThatDay()
    {
        using var now = await site.Client.GetAsync($"/api/v2/studies/{SampleStudies.Changed}?asOf=2026-11-24&fields=OverallStatus");
        using var before = await site.Client.GetAsync($"/api/v2/studies/{SampleStudies.Changed}?asOf=2026-11-23");
        using var wrong = await site.Client.GetAsync($"/api/v2/studies/{SampleStudies.Changed}?asOf=2026");

        Assert.Equal("2", Assert.Single(now.Headers.GetValues("X-Trialist-Version")));
        Assert.Equal("""{"protocolSection":{"statusModule":{"overallStatus":"RECRUITING"}}}""", await now.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        Assert.Equal("NCT number NCT01000003 was not in this registry on 2026-11-23", await before.Content.ReadAsStringAsync());
        Assert.Equal("Invalid value in parameter `asOf`: `2026`", await wrong.Content.ReadAsStringAsync());
    }
}
