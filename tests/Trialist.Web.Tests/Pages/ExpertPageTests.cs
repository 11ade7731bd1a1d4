using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trialist.Web.Tests.Pages;

/// <summary>Expressions: shown for each search of the finder, edited and run on a page of their own.</summary>
public sealed class ExpertPageTests(WebSite site)
{
    [Theory]
    [InlineData("status=RECRUITING")]
    [InlineData("status=RECRUITING,COMPLETED&phase=PHASE2")]
    [InlineData("studyType=OBSERVATIONAL")]
    [InlineData("sex=FEMALE")]
    [InlineData("sex=MALE&age=70")]
    [InlineData("age=9")]
    [InlineData("ageGroup=CHILD")]
    [InlineData("healthyVolunteers=true")]
    [InlineData("funder=INDUSTRY")]
    [InlineData("country=Germany")]
    [InlineData("country=Germany&country=France")]
    [InlineData("results=true")]
    [InlineData("startFrom=2021&startTo=2023")]
    [InlineData("startYear=2022")]
    [InlineData("updatedSince=2024-01")]
    [InlineData("near=Munich&within=300km")]
    [InlineData("ids=NCT99000001,NCT04599543")]
    public async Task ExpressionOfFilters_FindsTheSameStudies(string filters)
    {
        var expression = await ExpressionOf(filters);

        Assert.Equal(await IdsAsync($"/api/v1/search?{filters}&limit=100", "hits"), await IdsAsync($"/api/v2/studies?query.term={Uri.EscapeDataString(expression)}&pageSize=200&fields=NCTId", "studies"));
    }

    [Theory]
    [InlineData("q=heart+failure", "heart failure")]
    [InlineData("q=heart+failure&synonyms=off", "EXPANSION[Term]heart AND EXPANSION[Term]failure")]
    [InlineData("q=asthma+OR+%22heart+failure%22+-children", "asthma OR \"heart failure\" AND NOT children")]
    [InlineData("cond=asthma&intr=budesonide", "AREA[ConditionSearch]asthma AND AREA[InterventionSearch]budesonide")]
    [InlineData("q=NCT99000001", "AREA[NCTIdSearch]\"NCT99000001\"")]
    [InlineData("country=Germany&region=Bavaria", "SEARCH[Location](AREA[LocationCountry]COVERAGE[FullMatch]EXPANSION[Term]\"Germany\" AND AREA[LocationState]COVERAGE[FullMatch]EXPANSION[Term]\"Bavaria\")")]
    public async Task Search_IsSaidAsAnExpression(string search, string expression) => Assert.Equal(expression, await ExpressionOf(search));

    [Fact]
    public async Task Expression_IsRun_PageByPage()
    {
        var page = await site.PageAsync("/expert?expr=ALL");

        Assert.Equal(20, page.QuerySelectorAll("article.hit").Length);
        var next = ((IHtmlAnchorElement)page.QuerySelector("a[rel=next]")!).GetAttribute("href")!;
        var second = await site.PageAsync(next);
        Assert.Empty(page.QuerySelectorAll("article.hit").Select(hit => hit.Id).Intersect(second.QuerySelectorAll("article.hit").Select(hit => hit.Id)));
    }

    [Theory]
    [InlineData("heart AND", "column 10: expected a term after AND", "heart AND⏎")]
    [InlineData("AREA[Nothing]x", "Unknown area name: `Nothing`", "AREA[Nothing]x")]
    [InlineData("asthma AND AREA[StartDate]soon", "'soon' is not a value of `StartDate`, which holds dates such as 2024, 2024-05 or 2024-05-31", "asthma AND AREA[StartDate]soon")]
    public async Task WrongExpression_IsKept_AndThePlaceIsMarked(string expression, string message, string? place)
    {
        using var response = await site.Client.GetAsync($"/expert?expr={Uri.EscapeDataString(expression)}");
        var page = await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, page.QuerySelector(".error-summary li")!.TextContent);
        Assert.Equal(place, page.QuerySelector(".expression-place")?.TextContent.Trim());
        Assert.Equal(expression, ((IHtmlTextAreaElement)page.QuerySelector("#e-text")!).Value);
    }

    [Fact]
    public async Task TokenOfAnotherExpression_IsRefused()
    {
        var page = await site.PageAsync("/expert?expr=ALL");
        var next = page.QuerySelector("a[rel=next]")!.GetAttribute("href")!;

        using var response = await site.Client.GetAsync(next.Replace("expr=ALL", "expr=heart", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private async Task<string> ExpressionOf(string search) => (await site.PageAsync($"/search?{search}")).QuerySelector(".as-expression code")!.TextContent;

    private async Task<IEnumerable<string>> IdsAsync(string address, string list)
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync(address));
        return
        [
            .. json.RootElement.GetProperty(list).EnumerateArray()
                .Select(hit => hit.TryGetProperty("protocolSection", out var section) ? section.GetProperty("identificationModule").GetProperty("nctId").GetString()! : hit.GetProperty("nctId").GetString()!)
                .Order(StringComparer.Ordinal),
        ];
    }
}
