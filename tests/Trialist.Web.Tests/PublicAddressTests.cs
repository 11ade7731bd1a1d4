using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Trialist.Web.Api;

namespace Trialist.Web.Tests;

/// <summary>Whose address stands in links that must be whole.</summary>
public sealed class PublicAddressTests(WebSite site)
{
    [Theory]
    [InlineData("localhost:5080", "http://localhost:5080")]
    [InlineData("127.0.0.1", "http://127.0.0.1")]
    [InlineData("127.8.8.8:1", "http://127.8.8.8:1")]
    [InlineData("[::1]:5080", "http://[::1]:5080")]
    [InlineData("trials.test:8080", "http://trials.test:8080")] // a name of --urls; the port may be mapped
    [InlineData("TRIALS.test", "http://TRIALS.test")]
    [InlineData("10.0.0.7:5080", "http://10.0.0.7:5080")] // the address that the request came to
    [InlineData("10.0.0.8:5080", null)]
    [InlineData("evil.example", null)]
    [InlineData("localhost.evil.example", null)]
    [InlineData("127.0.0.1.evil.example", null)]
    [InlineData("", null)]
    public void NameOfARequest_IsUsedOnlyWhereItIsOurs(string host, string? expected)
    {
        var address = new PublicAddress(new TrialistWebOptions { DataFolder = "", Urls = "http://*:5080;http://trials.test:5080" });
        var request = Request(host);

        Assert.Equal(expected, address.KnownRootOf(request));
        Assert.Equal(expected ?? "http://10.0.0.7:5080", address.RootOf(request));
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost")]
    public void AddressThatIsGiven_IsUsedAlways(string host)
    {
        var address = new PublicAddress(new TrialistWebOptions { DataFolder = "", PublicUrl = "https://Trials.example.org/" });

        Assert.Equal("https://trials.example.org", address.RootOf(Request(host)));
        Assert.Equal("https://trials.example.org", address.KnownRootOf(Request(host)));
    }

    [Theory]
    [InlineData("trials.example.org")]
    [InlineData("ftp://trials.example.org")]
    [InlineData("https://trials.example.org/finder")]
    [InlineData("https://trials.example.org/?a=1")]
    [InlineData("https://me@trials.example.org")]
    [InlineData(" ")]
    public void AddressThatIsNone_IsRefused(string url) =>
        Assert.Throws<UsageException>(() => new PublicAddress(new TrialistWebOptions { DataFolder = "", PublicUrl = url }));

    [Theory]
    [InlineData("/")]
    [InlineData("/search?q=leukemia")]
    [InlineData("/search.atom?q=leukemia")]
    [InlineData("/studies/NCT04599543")]
    [InlineData("/studies/nct04599543")]
    [InlineData("/studies/NCT04599543.csv")]
    [InlineData("/saved.csv?ids=NCT04599543")]
    [InlineData("/saved.ris?ids=NCT04599543")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/search?q=leukemia")]
    [InlineData("/api/v2/studies?format=csv")]
    [InlineData("/api/v2/studies/NCT04599543?format=csv")]
    [InlineData("/api/v2/studies/NCT04599543?format=ris")]
    [InlineData("/api/v2/studies/NCT04599543?format=fhir.json")]
    [InlineData("/fhir/metadata")]
    [InlineData("/fhir/ResearchStudy")]
    [InlineData("/fhir/ResearchStudy/NCT04599543")]
    public async Task Answer_ToAForeignName_DoesNotRepeatIt(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Host = "evil.example" } };
        using var response = await site.Client.SendAsync(request);

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.MovedPermanently, response.StatusCode.ToString());
        Assert.DoesNotContain("evil.example", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", response.Headers.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StudyPage_UnderAForeignName_NamesItselfWithoutAHost()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studies/NCT04599543") { Headers = { Host = "evil.example" } };
        using var response = await site.Client.SendAsync(request);

        Assert.Matches(new Regex("rel=\"canonical\" href=\"/studies/NCT04599543\""), await response.Content.ReadAsStringAsync());
    }

    private static HttpRequest Request(string host)
    {
        var context = new DefaultHttpContext();
        (context.Connection.LocalIpAddress, context.Connection.LocalPort) = (IPAddress.Parse("::ffff:10.0.0.7"), 5080);
        (context.Request.Scheme, context.Request.Host) = ("http", new HostString(host));
        return context.Request;
    }
}
