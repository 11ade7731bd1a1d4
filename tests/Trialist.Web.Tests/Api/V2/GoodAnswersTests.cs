using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Trialist.Web.Api.V2;

namespace Trialist.Web.Tests.Api.V2;

public sealed class GoodAnswersTests(WebSite site)
{
    private static readonly EntityTagHeaderValue Tag = new("\"a/2.0.5/7\"", isWeak: true);

    [Theory]
    [InlineData("/api/v2/studies", "?query.cond=asthma", "", "\"a/2.0.5/7\"", true)]
    [InlineData("/api/v2/studies", "?query.cond=asthma", "handling=strict", "\"a/2.0.5/7\"", false)] // it may be refused
    [InlineData("/api/v2/studies", "?query.cond=cancer", "", "\"a/2.0.5/7\"", false)]
    [InlineData("/api/v2/version", "?query.cond=asthma", "", "\"a/2.0.5/7\"", false)]
    [InlineData("/api/v2/studies", "?query.cond=asthma", "", "\"a/2.0.5/8\"", false)] // something was imported
    public void Answer_IsKnownToBeGood_OnlyForTheSameRequestAndData(string path, string query, string preference, string tag, bool known)
    {
        var good = new GoodAnswers();
        good.Note(RequestOf("/api/v2/studies", "?query.cond=asthma", ""), Tag);

        Assert.Equal(known, good.Know(RequestOf(path, query, preference), new EntityTagHeaderValue(tag, isWeak: true)));
    }

    [Fact]
    public async Task UnchangedAnswer_CarriesItsTag_AndWhatCachesNeed()
    {
        using var first = await site.Client.GetAsync("/api/v2/studies?query.cond=asthma");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/studies?query.cond=asthma");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        request.Headers.Add("Origin", "https://example.org");
        using var again = await site.Client.SendAsync(request);

        Assert.Equal((HttpStatusCode.NotModified, first.Headers.ETag), (again.StatusCode, again.Headers.ETag));
        Assert.Contains("Prefer", again.Headers.Vary);
        Assert.Equal("*", Assert.Single(again.Headers.GetValues("Access-Control-Allow-Origin")));
    }

    private static HttpRequest RequestOf(string path, string query, string preference)
    {
        var request = new DefaultHttpContext().Request;
        (request.Method, request.Path, request.QueryString) = ("GET", path, new QueryString(query));
        if (preference.Length > 0)
        {
            request.Headers["Prefer"] = preference;
        }

        return request;
    }
}
