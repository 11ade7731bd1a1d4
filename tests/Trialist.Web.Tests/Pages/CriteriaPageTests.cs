using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trialist.Web.Tests.Pages;

/// <summary>A team's own criteria: read at once, saved when asked for.</summary>
public sealed class CriteriaPageTests(WebSite site)
{
    private const string Text = "Inclusion Criteria:\n\n* Total bilirubin ≤ 51 µmol/L\n* Blorx of the third kind\n\nExclusion Criteria:\n\n* Bilirubin > 2.0 mg/dL";

    [Fact]
    public async Task PastedText_IsRead_WithMarksAndFindings_AndNotKept()
    {
        using var response = await site.Client.PostAsync("/criteria", Form(("Text", Text)));
        var page = await PageOf(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("no-store", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("li.criterion").Length);
        Assert.NotEmpty(page.QuerySelectorAll("#c-I1 .understood"));
        Assert.Contains("bilirubin", page.QuerySelector(".findings")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Text, ((IHtmlTextAreaElement)page.QuerySelector("#d-text")!).Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task SavedText_HasAPage_IsMatched_AndCanBeRemoved()
    {
        using var saved = await site.Client.PostAsync("/criteria", Form(("Text", Text), ("Name", "Our draft"), ("Save", "true")));
        Assert.Equal("/local/LOCAL-our-draft", saved.Headers.Location!.ToString());

        var study = await site.PageAsync("/local/LOCAL-our-draft");
        Assert.Equal("Our draft", study.QuerySelector("h1")!.TextContent);
        Assert.NotNull(study.QuerySelector(".tag-local"));
        Assert.NotNull((await site.PageAsync("/local/LOCAL-our-draft?words=english")).QuerySelector(".criterion-english"));
        Assert.Contains("Our draft", (await site.PageAsync("/local")).QuerySelector(".local-list")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await site.PageAsync("/match?study=LOCAL-our-draft")).QuerySelector("input[value=LOCAL-our-draft]"));

        using var matched = await site.Client.PostAsync("/match", Form(("Person.Study", "LOCAL-our-draft"), ("Person.Text", "54-year-old woman. Total bilirubin 5 mg/dL.")));
        var result = await PageOf(matched);
        Assert.Equal("/local/LOCAL-our-draft", result.QuerySelector(".match-result h3 a")!.GetAttribute("href"));

        using var removed = await site.Client.PostAsync("/local", Form(("id", "LOCAL-our-draft")));
        Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        await site.PageAsync("/local/LOCAL-our-draft", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "", false)]
    [InlineData(Text, "", true)]
    [InlineData(Text, "???", true)]
    public async Task WhatCannotBeDone_IsSaid_AndTheTextIsKept(string text, string name, bool save)
    {
        using var response = await site.Client.PostAsync("/criteria", Form(("Text", text), ("Name", name), ("Save", save ? "true" : "false")));
        var page = await PageOf(response);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.NotNull(page.QuerySelector(".error-summary"));
        Assert.Equal(text, ((IHtmlTextAreaElement)page.QuerySelector("#d-text")!).Value.ReplaceLineEndings("\n"));
    }

    [Fact]
    public async Task FormOfAnotherSite_IsRefused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/criteria") { Content = Form(("Text", Text), ("Name", "x"), ("Save", "true")) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    private static FormUrlEncodedContent Form(params (string Name, string Value)[] fields) => new(fields.ToDictionary(field => field.Name, field => field.Value));

    private static async Task<IHtmlDocument> PageOf(HttpResponseMessage response) => await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
}
