namespace Trialist.Web.Tests.Pages;

public sealed class HistoryPageTests(WebSite site)
{
    [Fact]
    public async Task History_SaysInWordsWhatChanged()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Changed}/history");

        var versions = page.QuerySelectorAll(".history > li");
        Assert.Equal(2, versions.Length);
        Assert.Contains("Version 2", versions[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Status:", versions[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("The first version that this registry saw.", versions[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_BeforeAnythingIsTyped_HoldsTheLastTwoVersions()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Changed}/history");

        Assert.Equal(("1", "2"), (page.QuerySelector("#f-from")!.GetAttribute("value"), page.QuerySelector("#f-to")!.GetAttribute("value")));
        Assert.Null(page.QuerySelector("section[aria-labelledby=compared-h]"));
    }

    [Theory]
    [InlineData("from=1&to=2")]
    [InlineData("from=+1&to=2+")]
    public async Task TwoVersions_AreComparedOnRequest(string query)
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Changed}/history?{query}");

        Assert.Contains("Status:", page.QuerySelector("section[aria-labelledby=compared-h]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", page.QuerySelector("#f-to")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData("from=abc&to=2", "from", "'abc' is not a version of this study: expected a whole number from 1 to 2.")]
    [InlineData("from=1&to=3", "to", "'3' is not a version of this study: expected a whole number from 1 to 2.")]
    [InlineData("from=1", "to", "Both versions are needed to compare them.")]
    [InlineData("from=-1&to=99999999999", "from", "'-1' is not a version of this study")]
    [InlineData("from=-1&to=99999999999", "to", "'99999999999' is not a version of this study")]
    public async Task VersionThatIsNone_MarksItsField(string query, string field, string sentence)
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Changed}/history?{query}", System.Net.HttpStatusCode.BadRequest);

        Assert.Contains(sentence, page.GetElementById(page.GetElementById($"f-{field}")!.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($".error-summary a[href='#f-{field}']"));
        Assert.Equal(2, page.QuerySelectorAll(".history > li").Length);
    }

    [Fact]
    public async Task History_OfAnUnknownStudy_Answers404() => await site.PageAsync("/studies/NCT00000001/history", System.Net.HttpStatusCode.NotFound);
}
