using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Trialist.Web.Tests.Pages;

public sealed class SearchPageTests(WebSite site)
{
    [Fact]
    public async Task Search_ForWordsOfATitle_FindsTheStudyAndMarksThem()
    {
        var page = await site.PageAsync("/search?q=IL3+CAR-T");

        var hit = page.QuerySelector("#NCT04599543")!;
        Assert.Contains("IL3", hit.QuerySelectorAll("h3 mark").Select(mark => mark.TextContent));
        Assert.Equal("/studies/NCT04599543", hit.QuerySelector("h3 a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Search_WithAFilter_ShowsItRemovableAndTicked()
    {
        var page = await site.PageAsync("/search?q=cancer&status=RECRUITING");

        var chip = page.QuerySelector<IHtmlAnchorElement>(".active a")!;
        Assert.Contains("Enrolling", chip.TextContent, StringComparison.Ordinal);
        Assert.Equal("/search?q=cancer", chip.GetAttribute("href"));
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name=status][value=RECRUITING]")!.IsChecked);
        Assert.All(page.QuerySelectorAll(".hit .status"), status => Assert.Contains("Enrolling", status.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task HeadingOfAFacet_TellsItsMeaningInPlace()
    {
        var page = await site.PageAsync("/search?q=cancer");
        var term = page.QuerySelectorAll("legend .term").Single(button => button.TextContent.StartsWith("Phase", StringComparison.Ordinal));
        Assert.Contains("Phase 1 asks whether it is safe", page.GetElementById(term.GetAttribute("popovertarget")!)!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SexFacet_LinksToTheFilteredSearch_AndBack()
    {
        var page = await site.PageAsync("/search?q=cancer");
        var link = page.QuerySelectorAll<IHtmlAnchorElement>(".facets a.choice").First();
        Assert.StartsWith("/search?q=cancer&sex=", link.GetAttribute("href"), StringComparison.Ordinal);

        var filtered = await site.PageAsync(link.GetAttribute("href")!);
        Assert.Equal("/search?q=cancer", filtered.QuerySelector(".facets a.choice[aria-current=true]")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("within=500mi", "mile")]
    [InlineData("within=500km", "km")]
    [InlineData("", "km")]
    public async Task Search_NearAPlace_SaysDistancesInTheUnitOfTheRadius(string within, string unit)
    {
        var page = await site.PageAsync($"/search?near=Berlin&{within}");

        Assert.Contains(unit, page.QuerySelector(".hit-facts strong")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_WithABadValueAndNoHits_SaysThatItSearchedWithoutTheValue()
    {
        using var answer = await site.Client.GetAsync("/search?q=xqzzqx&age=200", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("Not searched yet", page, StringComparison.Ordinal);
        Assert.Contains("What could not be understood was left out", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ThatSeveralFiltersEmpty_SaysWhatTheWordsAloneFind()
    {
        var page = await site.PageAsync("/search?q=leukemia&status=WITHDRAWN&startYear=1950&country=Iceland");

        var link = page.QuerySelector<IHtmlAnchorElement>(".no-hits a")!;
        Assert.Equal("/search?q=leukemia", link.GetAttribute("href"));
        Assert.Matches("^without all filters: [1-9][0-9]* stud(y|ies)$", link.ParentElement!.TextContent);
    }

    [Theory]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/nothing")]
    public async Task RouteThatIsNone_IsAProblemInJson(string path)
    {
        using var answer = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Search_ThatFindsNothing_ShowsNoEmptyFilters()
    {
        var page = await site.PageAsync("/search?q=xqzzqx");

        Assert.NotNull(page.QuerySelector(".no-hits"));
        Assert.Empty(page.QuerySelectorAll(".facets"));
    }

    [Theory]
    [InlineData("near=Germany&within=50km", "country=Germany", "Studies with a site in Germany.")]
    [InlineData("near=Massachusetts", "country=United+States&region=Massachusetts", "Studies with a site in Massachusetts, United States.")]
    public async Task Search_NearACountryOrRegion_FindsWhatLiesInIt(string query, string same, string sentence)
    {
        var page = await site.PageAsync($"/search?{query}");
        var filtered = await site.PageAsync($"/search?{same}");

        Assert.Contains(sentence, page.QuerySelector("#results")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(filtered.QuerySelector("#results-h")!.TextContent, page.QuerySelector("#results-h")!.TextContent);
        Assert.Equal(filtered.QuerySelectorAll(".hit").Select(hit => hit.Id), page.QuerySelectorAll(".hit").Select(hit => hit.Id));
        Assert.NotEmpty(page.QuerySelectorAll(".hit"));
    }

    [Theory]
    [InlineData("near=-91,0", "near", "'-91,0' is no point on earth: a latitude is between -90 and 90, a longitude between -180 and 180.")]
    [InlineData("near=Nowhereville", "near", "No site of any study lies in 'Nowhereville'")]
    [InlineData("age=old", "age", "'old' is not an age in years")]
    [InlineData("status=FOO", "status", "'FOO' is not a value of status: expected one such as NOT_YET_RECRUITING, RECRUITING, ENROLLING_BY_INVITATION.")]
    [InlineData("status=recruting", "status", "'RECRUTING' is not a value of status: did you mean RECRUITING?")]
    [InlineData("status=enrolling", "status", "'ENROLLING' is not a value of status: did you mean RECRUITING?")] // the page's own word for it
    [InlineData("sex=x", "sex", "'X' is not a value of sex: expected ALL, FEMALE, MALE.")]
    [InlineData("startYear=soon", "startYear", "'soon' is not a year")]
    [InlineData("startFrom=soon", "startFrom", "'soon' is not a year")]
    [InlineData("within=far&near=Berlin", "within", "'far' is not a distance")]
    [InlineData("page=0", "page", "'0' is not a page number")]
    [InlineData("page=99999", "page", "expected a whole number")]
    [InlineData("sort=best", "sort", "'best' is no order")]
    [InlineData("sort=distance", "sort", "only from a known place")]
    [InlineData("sort=distance&near=Germany", "sort", "Germany is too wide, name a city or a postal code")]
    [InlineData("updatedSince=yesterday", "updatedSince", "'yesterday' is not a date")]
    [InlineData("ids=abc", "ids", "'abc' is not a study number")]
    [InlineData("conditionBranch=Neoplasm", "conditionBranch", "'Neoplasm' is no kind of condition: did you mean Neoplasms?")]
    [InlineData("conditionBranch=Mental+health", "conditionBranch", "'Mental health' is no kind of condition: did you mean Mental Disorders?")] // the page's own word for it
    [InlineData("conditionBranch=Neoplasms&conditionBranch=xyzzy", "conditionBranch", "'xyzzy' is no kind of condition: expected one such as ")]
    public async Task Search_WithABadValue_MarksItAndKeepsTheRest(string query, string field, string sentence)
    {
        var page = await site.PageAsync($"/search?q=leukemia&{query}", HttpStatusCode.BadRequest);

        var link = page.QuerySelectorAll(".error-summary li").Single(item => item.TextContent.Contains(sentence, StringComparison.Ordinal)).QuerySelector("a")!;
        Assert.Equal($"#f-{field}", link.GetAttribute("href"));
        Assert.Equal("leukemia", page.QuerySelector<IHtmlInputElement>("#f-q")!.Value);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("near")]
    [InlineData("status")]
    [InlineData("criteria")]
    [InlineData("country")]
    public async Task Search_ForAVeryLongValue_RepeatsOnlyItsBeginning(string field)
    {
        using var response = await site.Client.GetAsync($"/search?{field}={new string('a', 5_000)}");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.DoesNotContain(new string('a', 100), page, StringComparison.Ordinal);
        Assert.Contains("too long to search for", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ForStudiesWithoutAStatus_FindsThem()
    {
        var page = await site.PageAsync("/search?status=NOT_STATED");

        Assert.Contains(page.QuerySelectorAll(".hit"), hit => hit.Id == SampleStudies.Bare);
        Assert.All(page.QuerySelectorAll(".hit .status"), status => Assert.Equal("Status not stated", status.TextContent));
        Assert.Contains("Status not stated", page.QuerySelector(".active a")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("AREA[OverallStatus]MISSING", page.QuerySelector(".expression")!.TextContent, StringComparison.Ordinal);
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name=status][value=NOT_STATED]")!.IsChecked);
    }

    [Fact]
    public async Task Search_WithABadField_TiesTheSentenceToTheField()
    {
        var page = await site.PageAsync("/search?age=old", HttpStatusCode.BadRequest);

        var field = page.QuerySelector("#f-age")!;
        Assert.Equal("true", field.GetAttribute("aria-invalid"));
        Assert.NotNull(page.GetElementById(field.GetAttribute("aria-describedby")!));
    }

    [Fact]
    public async Task Search_WithoutHits_SaysWhatToLeaveOut()
    {
        var page = await site.PageAsync("/search?q=IL3+CAR-T&status=COMPLETED");

        var way = page.QuerySelector(".no-hits li a")!;
        Assert.Equal("/search?q=IL3+CAR-T", way.GetAttribute("href"));
    }

    [Theory]
    [InlineData("(((((((((((((((((((((((((((((")]
    [InlineData("\"\"\"\"\"\"")]
    [InlineData("\u0001\u0002 a* ?* [x TO y] AND OR NOT")]
    public async Task Search_ForHostileWords_AnswersWithoutFailing(string words)
    {
        using var response = await site.Client.GetAsync($"/search?q={Uri.EscapeDataString(words)}");

        Assert.True(response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, response.StatusCode.ToString());
    }

    [Fact]
    public async Task Search_ForTenThousandWords_IsRefused() // how fast is measured by 'trialist bench web'
    {
        using var response = await site.Client.GetAsync("/search?q=" + string.Concat(Enumerable.Repeat("a+", 10_000)));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task SearchApi_AnswersInTheShapeOfTheContract()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/search?q=IL3+CAR-T&near=Hangzhou&sort=relevance"));
        var hit = json.RootElement.GetProperty("hits")[0];

        Assert.Equal(1, json.RootElement.GetProperty("total").GetInt32());
        Assert.Equal("NCT04599543", hit.GetProperty("nctId").GetString());
        Assert.Equal("NOT_YET_RECRUITING", hit.GetProperty("status").GetString());
        Assert.InRange(hit.GetProperty("distanceKm").GetDouble(), 0, 50);
        Assert.True(hit.GetProperty("score").GetDouble() > 0);
        Assert.Contains("status", json.RootElement.GetProperty("facets").EnumerateArray().Select(facet => facet.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/search?phas=1", "phas")]
    [InlineData("/api/v1/search?age=old", "age")]
    [InlineData("/api/v1/suggest?kind=colour", "kind")]
    [InlineData("/api/v1/suggest?limit=1000", "limit")]
    public async Task Api_WithABadParameter_NamesItInProblemJson(string path, string parameter)
    {
        using var response = await site.Client.GetAsync(path);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.True(json.RootElement.GetProperty("errors").TryGetProperty(parameter, out _));
    }

    [Fact]
    public async Task Hit_OfAMadeUpStudy_SaysSo()
    {
        var page = await site.PageAsync("/search?ids=NCT99000001");
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/search?ids=NCT99000001"));

        Assert.Contains("Not a real study", page.QuerySelector(".hit")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(json.RootElement.GetProperty("hits")[0].GetProperty("fictional").GetString());
    }
}
