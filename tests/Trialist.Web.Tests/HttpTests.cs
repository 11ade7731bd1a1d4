using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Trialist.Web.Tests;

public sealed class HttpTests(WebSite site)
{
    public static TheoryData<string> Pages => ["/", "/studies/NCT04599543", "/glossary", "/about", "/health", "/studies/NCT04599543.json", "/nowhere"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EveryAnswer_CarriesTheSecurityHeaders_AndNoCookie(string path)
    {
        using var response = await site.Client.GetAsync(path);

        Assert.Contains("default-src 'self'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/studies/NCT04599543", HttpStatusCode.OK)]
    [InlineData("/studies/NCT04599543.json", HttpStatusCode.OK)]
    [InlineData("/studies/NCT04599543.csv", HttpStatusCode.OK)]
    [InlineData("/api/v1/studies/NCT04599543", HttpStatusCode.OK)]
    [InlineData("/sitemap.xml", HttpStatusCode.OK)]
    [InlineData("/favicon.ico", HttpStatusCode.OK)]
    [InlineData("/studies/NCT00000000", HttpStatusCode.NotFound)]
    public async Task Head_IsAnsweredAsGet(string path, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);
        using var head = await site.Client.SendAsync(request);
        using var get = await site.Client.GetAsync(path);

        Assert.Equal(expected, head.StatusCode);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/studies/NCT04599543")]
    [InlineData("/glossary")]
    public async Task Page_HoldsNoInlineScriptOrStyle(string path)
    {
        var page = await site.PageAsync(path);

        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick], [onload], script:not([src]):not([type='application/ld+json'])"));
    }

    [Fact]
    public async Task Page_AskedForAgainWithItsTag_IsNotSentAgain()
    {
        using var first = await site.Client.GetAsync("/studies/NCT04599543");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/studies/NCT04599543");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await site.Client.SendAsync(again);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Empty(await second.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task StudyPage_Compressed_StaysUnder50Kilobytes()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/studies/NCT04599543");
        request.Headers.AcceptEncoding.ParseAdd("br");
        using var response = await site.Client.SendAsync(request);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        await using var plain = new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress);

        Assert.Equal("br", response.Content.Headers.ContentEncoding.Single());
        Assert.InRange(bytes.Length, 1, 50 * 1024);
        Assert.Contains("IL3 CAR", await new StreamReader(plain).ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", null)]
    [InlineData("/", "br")]
    [InlineData("/studies/NCT04599543", null)]
    [InlineData("/studies/NCT04599543", "identity")]
    [InlineData("/api/v1/search?q=leukemia", null)]
    [InlineData("/api/v2/studies/NCT04599543", null)]
    [InlineData("/search.atom", null)]
    [InlineData("/assets/site.css", null)]
    [InlineData("/nowhere", null)]
    public async Task AnswerThatMayBePacked_SaysThatItVaries(string path, string? accepts)
    {
        for (var times = 0; times < 2; times++) // the second may come from the cache
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (accepts is not null)
            {
                request.Headers.AcceptEncoding.ParseAdd(accepts);
            }

            using var response = await site.Client.SendAsync(request);

            Assert.Single(response.Headers.Vary, name => name == "Accept-Encoding");
        }
    }

    [Fact]
    public async Task FilesOfAPage_AreNamedSoThatABrowserKeepsThem()
    {
        var page = await site.PageAsync("/");
        var files = page.QuerySelectorAll("link[href^='/assets/']").Select(link => link.GetAttribute("href")!).Append(page.QuerySelector("script")!.GetAttribute("src")!).ToList();
        var sheet = Assert.Single(files, file => file.StartsWith("/assets/site.css", StringComparison.Ordinal));
        var style = await site.Client.GetStringAsync(sheet, TestContext.Current.CancellationToken);
        files.AddRange(Regex.Matches(style, "url\\((?<path>[^)]+)\\)").Select(font => $"/assets/{font.Groups["path"].Value}"));

        foreach (var file in files)
        {
            using var answer = await site.Client.GetAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("https://elsewhere.example", null, HttpStatusCode.Forbidden)]
    [InlineData("null", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, "same-site", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost", "same-origin", HttpStatusCode.MethodNotAllowed)]
    [InlineData("null", "same-origin", HttpStatusCode.MethodNotAllowed)]
    [InlineData("http://localhost", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData(null, null, HttpStatusCode.MethodNotAllowed)]
    public async Task Post_FromAnotherSite_IsRefused(string? origin, string? fetchSite, HttpStatusCode expected)
    {
        // The address takes no forms, so what passes the check is answered 405.
        using var request = new HttpRequestMessage(HttpMethod.Post, "/studies/NCT04599543.json") { Content = new FormUrlEncodedContent([]) };
        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin);
        }

        if (fetchSite is not null)
        {
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", fetchSite);
        }

        using var response = await site.Client.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Asset_UnderItsHash_MayBeKeptForEver()
    {
        var page = await site.PageAsync("/");
        using var response = await site.Client.GetAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href"));

        Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("immutable", response.Headers.GetValues("Cache-Control").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_OfARealStudy_IsTheRecordAsItCame()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/studies/NCT04599543"));

        Assert.Equal("NCT04599543", json.RootElement.GetProperty("protocolSection").GetProperty("identificationModule").GetProperty("nctId").GetString());
        Assert.False(json.RootElement.TryGetProperty("notARealStudy", out _));
    }

    [Fact]
    public async Task Json_OfAMadeUpStudy_SaysSoFirst()
    {
        using var response = await site.Client.GetAsync("/studies/NCT99000001.json");

        Assert.Equal("true", response.Headers.GetValues("X-Trialist-Fictional").Single());
        Assert.StartsWith("{\"notARealStudy\":", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_OfAStudy_HasARowWithItsFigures()
    {
        var csv = await site.Client.GetStringAsync("/studies/NCT01000001.csv");

        Assert.StartsWith("NCT Number,Study Title,", csv, StringComparison.Ordinal);
        Assert.Contains("NCT01000001", csv, StringComparison.Ordinal);
        Assert.Contains(",1204,", csv, StringComparison.Ordinal);
        Assert.Contains("PHASE2|PHASE3", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Api_UnknownStudy_AnswersProblemJson()
    {
        using var response = await site.Client.GetAsync("/api/v1/studies/NCT00000001");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Health_WithARegistry_IsReady()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/health"));

        Assert.Equal("ready", json.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Log_OfARequest_HoldsTheRouteAndNothingThatWasTyped()
    {
        await site.Client.GetAsync("/studies/NCT04599543?q=what-a-patient-typed");

        Assert.Contains("studies/{nctId}", site.Log.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("what-a-patient-typed", site.Log.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_OfTheStartPage_NamesIt()
    {
        using var response = await site.Client.GetAsync("/");

        Assert.Contains("\"Route\":\"/\"", site.Log.ToString(), StringComparison.Ordinal);
    }
}
