using System.Net;
using System.Xml.Linq;

namespace Trialist.Web.Tests.Pages;

public sealed class BrowsingTests(WebSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task Locations_LeadFromACountryToTheStudiesOfACity()
    {
        var world = await site.PageAsync("/locations");
        var country = world.QuerySelectorAll("tbody a").Single(link => link.TextContent == "China");
        var china = await site.PageAsync(country.GetAttribute("href")!);
        var region = china.QuerySelectorAll("tbody a").Single(link => link.TextContent == "Zhejiang");
        var zhejiang = await site.PageAsync(region.GetAttribute("href")!);
        var city = zhejiang.QuerySelectorAll("tbody a").Single(link => link.TextContent == "Hangzhou");
        var found = await site.PageAsync(city.GetAttribute("href")!);

        Assert.NotNull(found.QuerySelector("#NCT04599543"));
    }

    [Theory]
    [InlineData("/locations/Atlantis")]
    [InlineData("/locations/China/Nowhere")]
    public async Task Locations_OfAnUnknownPlace_Answer404(string path) => await site.PageAsync(path, HttpStatusCode.NotFound);

    [Fact]
    public async Task Conditions_OfALetter_LeadToASearch()
    {
        var page = await site.PageAsync("/conditions?letter=a");

        Assert.Contains("/search?cond=Acute+Myeloid+Leukemia", page.QuerySelectorAll(".names a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Compare_MarksWhatDiffers()
    {
        var page = await site.PageAsync("/compare?ids=NCT04599543&ids=nct01000001,abc");

        Assert.Equal(2, page.QuerySelectorAll("thead th").Length);
        Assert.Contains("'abc' is not a study number.", page.QuerySelector(".notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("differs", page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("th")!.TextContent.TrimStart().StartsWith("Status", StringComparison.Ordinal)).ClassName, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SavedList_IsExported()
    {
        var csv = await site.Client.GetStringAsync("/saved.csv?ids=NCT04599543,NCT01000001");
        var ris = await site.Client.GetStringAsync("/saved.ris?ids=NCT04599543");
        var json = await site.Client.GetStringAsync("/saved.json?ids=NCT99000001");

        Assert.Contains("NCT01000001", csv, StringComparison.Ordinal);
        Assert.Contains("TI  - IL3 CAR-T Cell Therapy", ris, StringComparison.Ordinal);
        Assert.StartsWith("[{\"notARealStudy\":", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_OfASearch_IsAtomWithTheNewestFirst()
    {
        var feed = XDocument.Parse(await site.Client.GetStringAsync("/search.atom?q=leukemia"));
        var days = feed.Descendants(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value).ToList();

        Assert.NotEmpty(days);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
    }

    [Fact]
    public async Task Sitemap_NamesRealStudiesOnly()
    {
        var map = await site.Client.GetStringAsync("/sitemap.xml");

        Assert.Contains("/studies/NCT04599543</loc>", map, StringComparison.Ordinal);
        Assert.DoesNotContain("NCT9900", map, StringComparison.Ordinal);
    }
}
