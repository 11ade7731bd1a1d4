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
    public async Task History_OfAnUnknownStudy_Answers404() => await site.PageAsync("/studies/NCT00000001/history", System.Net.HttpStatusCode.NotFound);
}
