using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trialist.Web.Tests.Pages;

/// <summary>Expressions: shown for each search of the finder, edited and run on a page of their own.</summary>
public sealed class ExpertPageTests(WebSite site)
{
    [Theory]
    [InlineData("q=heart+failure", "SEARCH[Finder]heart failure")]
    [InlineData("q=heart+failure&synonyms=off", "SEARCH[Finder]EXPANSION[Term]heart failure")]
    [InlineData("q=asthma+OR+%22heart+failure%22+-children", "SEARCH[Finder](asthma OR \"heart failure\" AND NOT children)")]
    [InlineData("cond=asthma&intr=budesonide", "SEARCH[Finder](AREA[ConditionSearch]asthma AND AREA[InterventionSearch]budesonide)")]
    [InlineData("q=heart&term=(lung+disease)+AND+failure", "SEARCH[Finder](heart AND AREA[BasicSearch]lung disease failure)")]
    [InlineData("q=NCT99000001&phase=PHASE2", "SEARCH[Finder]NCT99000001")] // the finder leaves filters aside there
    [InlineData("age=54&phase=PHASE2", "SEARCH[Finder](AREA[Phase]\"PHASE2\" AND AREA[PersonAge]54)")]
    [InlineData("country=Germany&region=Bavaria", "SEARCH[Finder]SEARCH[Location](AREA[LocationCountry]COVERAGE[FullMatch]EXPANSION[None]\"Germany\" AND AREA[LocationState]COVERAGE[FullMatch]EXPANSION[None]\"Bavaria\")")]
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
    [InlineData("AREA[Phas]x", "column 1: Unknown area name: `Phas`; did you mean `Phase`?", "AREA[Phas]x")]
    [InlineData("asthma AND AREA[StartDate]soon", "column 27: 'soon' is not a value of `StartDate`, which holds dates such as 2024, 2024-05 or 2024-05-31", "asthma AND AREA[StartDate]soon")]
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
}
