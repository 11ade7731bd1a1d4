using Trialist.Search.Expressions;

namespace Trialist.Web.Tests;

public sealed class ExpressionWarmUpTests(WebSite site)
{
    [Theory]
    [InlineData("SEARCH[Finder]")]
    [InlineData("SEARCH[Location]")]
    [InlineData("COVERAGE[")]
    [InlineData("EXPANSION[None]")]
    [InlineData("EXPANSION[Concept]")]
    [InlineData("EXPANSION[Lossy]")]
    [InlineData("TILT[")]
    [InlineData("RANGE[")]
    [InlineData("DISTANCE[")]
    [InlineData(":size]")]
    [InlineData("MISSING")]
    [InlineData("ALL")]
    [InlineData("NOT ")]
    public void Operator_IsRun(string text) =>
        Assert.Contains(ExpressionWarmUp.Texts, written => Expression.Parse(written)!.ToString().Contains(text, StringComparison.Ordinal));

    [Fact]
    public async Task EveryText_IsAnswered()
    {
        await ExpressionWarmUp.RunAsync(site.Registry, CancellationToken.None);

        foreach (var text in ExpressionWarmUp.Texts.AsEnumerable())
        {
            using var response = await site.Client.GetAsync($"/api/v2/studies?query.term={Uri.EscapeDataString(text)}");
            Assert.True(response.IsSuccessStatusCode, text);
        }
    }
}
