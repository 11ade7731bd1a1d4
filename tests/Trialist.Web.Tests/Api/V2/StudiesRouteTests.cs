using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trialist.Web.Tests.Api.V2;

public sealed class StudiesRouteTests(WebSite site)
{
    private const string Rich = "NCT01000001";

    [Theory]
    // A query, a filter, and the two together.
    [InlineData("query.term=AREA[BriefTitle]Tablets&filter.ids=NCT01000001,NCT01000002", Rich)]
    [InlineData("query.cond=\"Example Disease\"", Rich)]
    [InlineData("query.intr=Tablet&filter.overallStatus=RECRUITING|COMPLETED&filter.ids=NCT01000001,NCT01000002", Rich)]
    [InlineData("query.lead=Example Institute&filter.ids=NCT01000001,NCT01000002", Rich)]
    [InlineData("query.locn=Malmö&filter.ids=NCT01000001,NCT01000002", Rich)]
    [InlineData("query.id=2020-000001-11", Rich)]
    [InlineData("query.patient=Example Disease&filter.ids=NCT01000001,NCT01000002", Rich)]
    [InlineData("filter.advanced=AREA[EnrollmentCount]1204", Rich)]
    [InlineData("postFilter.advanced=AREA[EnrollmentCount]1204", Rich)]
    [InlineData("filter.advanced=AREA[EligibilitySearch]Pregnancy&filter.ids=NCT01000001,NCT01000002", Rich)]
    [InlineData("filter.ids=nct1000001", Rich)]
    [InlineData("filter.ids=NCT00000009", Rich)] // a former number
    // A query of numbers only: the filters are ignored.
    [InlineData("query.term=NCT01000001&filter.overallStatus=WITHDRAWN", Rich)]
    [InlineData("query.id=NCT01000001, NCT00000009&filter.advanced=AREA[Phase]NA", Rich)]
    [InlineData("aggFilters=results:with,sex:f&filter.ids=NCT01000001,NCT01000002", Rich)]
    [InlineData("aggFilters=phase:2 3,funderType:industry,studyType:int&query.term=Tablet AND AREA[LocationCountry]Norway", Rich)]
    [InlineData("aggFilters=phase:PHASE3", "")] // an option that the registry does not know finds nothing
    [InlineData("aggFilters=phase:NA,phase:2&filter.ids=NCT01000001", Rich)] // the last of two counts
    [InlineData("filter.synonyms=ConditionSearch:1651367", "")]
    public async Task Studies_ThatFit_AreFound(string query, string expected)
    {
        var page = await PageAsync(query + "&fields=NCTId&countTotal=true");

        Assert.Equal(expected, string.Join(' ', Ids(page)));
        Assert.Equal(expected.Length == 0 ? 0 : 1, (int)page["totalCount"]!);
        Assert.Null(page["nextPageToken"]);
    }

    [Theory]
    [InlineData("filter.phase=2", "`filter.phase` is unknown parameter")]
    [InlineData("filter.overallStatus=RECRUITNG", "Invalid value in parameter `overallStatus`: `RECRUITNG`")]
    [InlineData("filter.geo=distance(1,2)", "Parameter `filter.geo` has incorrect format: `distance(1,2)`")]
    [InlineData("filter.geo=distance(1,2,3mi)%0A", "Parameter `filter.geo` has incorrect format: `distance(1,2,3mi)\n`")]
    [InlineData("filter.geo=distance(99,2,5mi)", "Invalid value in parameter `geo`: `distance(99,2,5mi)`; the latitude 99 is not between -90 and 90")]
    [InlineData("filter.geo=distance(9,-182.5,5mi)", "Invalid value in parameter `geo`: `distance(9,-182.5,5mi)`; the longitude -182.5 is not between -180 and 180")]
    [InlineData("filter.geo=distance(9,2,0mi)", "Invalid value in parameter `geo`: `distance(9,2,0mi)`; the radius is not above 0 and at most 20038km")]
    [InlineData("asOf=2026-11-24", "Parameter `asOf` belongs to a single study, as in `/api/v2/studies/NCT04599543?asOf=2026-11-24`")]
    [InlineData("query.term=AREA[ConditionSearch:size]2", "Error parsing query in `query.term`: column 1: `ConditionSearch` is an area and has no size: lists such as `AREA[Condition:size]` have one")]
    [InlineData("filter.ids=NCT1,x", "Parameter `filter.ids` has incorrect format: `x`")]
    [InlineData("filter.synonyms=1651367", "Parameter `filter.synonyms` has incorrect format: `1651367`")]
    [InlineData("filter.advanced=asthma AND AREA[EnrollmentCount]few", "Error parsing query in advanced filter: column 33: 'few' is not a value of `EnrollmentCount`, which holds numbers")]
    [InlineData("filter.advanced=SEARCH[Location](AREA[Phase]NA)", "Error parsing query in advanced filter: column 18: `Phase` is no part of Location")]
    [InlineData("filter.advanced=AREA[CriteriaAllowed]creatinine 2", "Error parsing query in advanced filter: column 22: 'creatinine 2' has no unit: expected such as 'serum creatinine 2 mg/dL'.")]
    [InlineData("filter.advanced=AREA[X]y", "Error parsing query in advanced filter: Unknown area name: `X`")]
    [InlineData("filter.advanced=AREA[Phase]", "Error parsing query in advanced filter: column 12: expected a term after AREA[Phase]")]
    [InlineData("query.cond=a AND", "Error parsing query in `query.cond`: column 6: expected a term after AND")]
    [InlineData("query.term=AREA[Phase]PHASE9", "Error parsing query in `query.term`: Allowed values for enum field `protocolSection.designModule.phases` are `NA`, `EARLY_PHASE1`, `PHASE1`, `PHASE2`, `PHASE3`, `PHASE4`")]
    [InlineData("aggFilters=colour:red", "Invalid value in parameter `aggFilters`: `colour:red`")]
    [InlineData("geoDecay=func:exp", "Parameter `geoDecay` has incorrect format: `func:exp`")]
    [InlineData("fields=StudyDesign", "Parameter 'fields' contains invalid field name: 'StudyDesign'")]
    [InlineData("format=csv&fields=NCTId", "Parameter 'fields' contains invalid CSV column name: 'NCTId'")]
    [InlineData("sort=BriefTitle", "Unsupported sort field type: text")]
    [InlineData("sort=Nothing", "Parameter 'sort' contains invalid field name: 'Nothing'")]
    [InlineData("sort=StartDate:up", "Parameter `sort` has incorrect format: `StartDate:up`")]
    [InlineData("sort=StartDate,EnrollmentCount,NumArmGroups", "Parameter `sort` has too many items: at most 2 are allowed")]
    [InlineData("pageSize=-1", "Invalid value in parameter `pageSize`: `-1`")]
    [InlineData("countTotal=maybe", "Invalid value in parameter `countTotal`: `maybe`")]
    [InlineData("pageToken=abc", "Parameter `pageToken` has incorrect format: use the token of the page before")]
    public async Task WrongRequest_IsRefusedInPlainText(string query, string body)
    {
        using var response = await site.Client.GetAsync("/api/v2/studies?" + query);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(body, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task LongInput_IsRepeatedOnlyInPart()
    {
        using var response = await site.Client.GetAsync($"/api/v2/studies?fields={new string('x', 5_000)}");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("Parameter 'fields' contains invalid field name: 'xxx", text, StringComparison.Ordinal);
        Assert.InRange(text.Length, 100, 2_000);
    }

    [Theory]
    [InlineData("filter.phse=2", "`filter.phse` is unknown parameter; ")]
    [InlineData("filter.overalStatus=RECRUITING", "`filter.overalStatus` is unknown parameter; did you mean `filter.overallStatus`?")]
    [InlineData("aggFilters=status:recr", "Invalid value in parameter `aggFilters`: `status` has no option `recr`; did you mean `rec`?")]
    [InlineData("aggFilters=status:rec,status:com", "Invalid value in parameter `aggFilters`: `status` is given twice")]
    [InlineData("pageSize=5000", "Invalid value in parameter `pageSize`: `5000`; at most 1000 studies are on a page")]
    [InlineData("query.cond=a&query.cond=b", "Parameter `query.cond` is given twice")]
    [InlineData("geoDecay=func:exp,scale:10mi,offset:0mi,decay:0.5", "Parameter `geoDecay` has no effect without `filter.geo`")]
    [InlineData("query.id=NCT00000001 NCT00000002&filter.overallStatus=RECRUITING", "Parameter `filter.overallStatus` has no effect beside a query of study numbers only")]
    [InlineData("query.id=NCT00000001&postFilter.geo=distance(1,1,1mi)", "Parameter `postFilter.geo` has no effect beside a query of study numbers only")]
    [InlineData("format=csv&markupFormat=legacy", "Parameter `markupFormat` has no effect with format `csv`")]
    [InlineData("filter.synonyms=ConditionSearch:1651367", "Invalid value in parameter `synonyms`: `ConditionSearch:1651367`; ids of synonyms are the registry's own, and none is known here")]
    [InlineData("query.term=asthma AND AREA[Sex]ALL", "Error parsing query in `query.term`: column 12: `AREA[Sex]ALL` finds every study, whatever stands in the area: for the value write `AREA[Sex]\"ALL\"`, for any value `NOT AREA[Sex]MISSING`")]
    [InlineData("query.term=asthma OR AREA [Phase]PHASE2", "Error parsing query in `query.term`: column 11: `AREA [` is searched as a word: no blank stands before the bracket")]
    [InlineData("query.term=asthma OR AREA[BriefSummary]MISING", "Error parsing query in `query.term`: column 29: `MISING` is searched as a word: did you mean `MISSING`? For the word write it in quotes")]
    [InlineData("filter.advanced=RANG[2020-01-01,MAX]", "Error parsing query in advanced filter: column 1: `RANG[` is searched as a word: did you mean `RANGE[`?")]
    [InlineData("filter.advanced=area[Phase]PHASE2", "Error parsing query in advanced filter: column 1: `area[` is searched as a word: did you mean `AREA[`?")]
    [InlineData("filter.advanced=AREA[CriteriaAllowed]xyzzy", "Error parsing query in advanced filter: column 22: no criteria speak of `xyzzy`, and the lexicon does not know it")]
    [InlineData("query.term=AREA[CriteriaExcluded](NOT xyzzy)", "Error parsing query in `query.term`: column 28: no criteria speak of `xyzzy`")]
    [InlineData("aggFilters=status:", "Invalid value in parameter `aggFilters`: `status` names no option; expected `rec`")]
    [InlineData("sort=StartDate|StartDate:asc", "Parameter `sort` has the same field twice: `StartDate:asc`")]
    [InlineData("filter.advanced=NOT (AREA[Phase](ALL) OR x)", "Error parsing query in advanced filter: column 6: `AREA[Phase]ALL` finds every study")]
    [InlineData("pageSize=0", "Invalid value in parameter `pageSize`: `0`; 10 studies are on a page where nothing is said")]
    [InlineData("query.cond=&countTotal=true", "Parameter `query.cond` is empty")]
    [InlineData("filter.ids=,", "Parameter `filter.ids` is empty")]
    [InlineData("filter.advanced=asthma OR AREA[StartDate]RANGE[2024, 2020]", "Error parsing query in advanced filter: column 26: `RANGE[2024, 2020]` ends before it begins")]
    [InlineData("query.term=AREA[MinimumAge]RANGE[18 years, 6 mo]", "Error parsing query in `query.term`: column 17: `RANGE[18 years, 6 mo]` ends before it begins")]
    [InlineData("query.term=AREA[BriefTitle]AREA[Sex]FEMALE", "Error parsing query in `query.term`: column 1: `AREA[BriefTitle]` has no effect: `AREA[Sex]` takes its place")]
    [InlineData("filter.advanced=TILT[StartDate]asthma", "Error parsing query in advanced filter: column 1: `TILT[StartDate]` has no effect in a filter, which does not rank")]
    [InlineData("fields=NCTId|NumLocations", "Parameter 'fields' contains 'NumLocations', which is only searched: no record holds it")]
    [InlineData("aggFilters=| ,", "Parameter `aggFilters` is empty")]
    [InlineData("filter.geo=distance(1,1,1mi)&geoDecay=func:exp,scale:10mi,offset:0mi,decay:0.5&sort=StartDate", "Parameter `geoDecay` has no effect with a `sort` that leaves out `@relevance`")]
    public async Task StrictRequest_IsToldWhatWouldBeIgnored(string query, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/studies?" + query);
        request.Headers.Add("Prefer", "handling=strict");
        using var response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(body, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("query.term=\"MISING\" OR ALS OR MISSION")] // words
    [InlineData("query.term=TILT[StartDate]AREA[StartDate]RANGE[2024, 2024]&fields=NCTId|Location")]
    [InlineData("filter.advanced=AREA[MinimumAge]RANGE[52 wks, 1 yr]")]
    [InlineData("query.term=\\MISSING OR \\AREA[x] OR missing")]
    [InlineData("filter.advanced=AREA[CriteriaAllowed]\"ECOG 2\" OR AREA[BriefSummary]MISSING")]
    public async Task StrictRequest_ThatSaysWhatItMeans_IsAnswered(string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/studies?" + query);
        request.Headers.Add("Prefer", "handling=strict");
        using var response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("query.id=NCT99000001", true)]
    [InlineData("query.id=NCT04599543", false)]
    public async Task AnswerWithMadeUpStudies_SaysSo(string query, bool marked)
    {
        using var response = await site.Client.GetAsync($"/api/v2/studies?{query}");

        Assert.Equal(marked, response.Headers.Contains("X-Trialist-Fictional"));
        Assert.Equal(marked, response.Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task Studies_WithoutQuery_AreAll_TenAPage_EachOnALineOfItsOwn()
    {
        using var response = await site.Client.GetAsync("/api/v2/studies?countTotal=true");
        var text = await response.Content.ReadAsStringAsync();
        var sizes = JsonNode.Parse(await site.Client.GetStringAsync("/api/v2/stats/size"))!;

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(12, text.Split('\n').Length);
        Assert.Equal((int)sizes["totalStudies"]!, (int)JsonNode.Parse(text)!["totalCount"]!);
    }

    [Theory]
    [InlineData("")]
    [InlineData("&sort=StartDate,EnrollmentCount:desc")]
    [InlineData("&query.term=leukemia OR cancer OR disease")]
    [InlineData("&sort=@relevance&query.cond=cancer")]
    public async Task Walk_ByToken_FindsEveryStudyOnce(string query)
    {
        var found = new List<string>();
        int? total = null;
        string? token = null;
        do
        {
            var page = await PageAsync($"fields=NCTId&countTotal=true&pageSize={7 + (found.Count % 3)}{query}{(token is null ? "" : $"&pageToken={token}")}");
            Assert.Equal(token is null, page["totalCount"] is not null);
            total ??= (int?)page["totalCount"];
            found.AddRange(Ids(page));
            token = (string?)page["nextPageToken"];
        }
        while (token is not null);

        Assert.True(total > 7);
        Assert.Equal(total, found.Count);
        Assert.Equal(found.Count, found.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Token_OfAnotherRequest_IsRefused()
    {
        var token = (string?)(await PageAsync("fields=NCTId&pageSize=2"))["nextPageToken"];
        using var response = await site.Client.GetAsync($"/api/v2/studies?fields=NCTId&pageSize=3&query.cond=cancer&pageToken={token}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("Parameter `pageToken` belongs to a request with other parameters", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_HasItsHeadingOnTheFirstPageOnly()
    {
        using var first = await site.Client.GetAsync("/api/v2/studies?format=csv&pageSize=3&countTotal=true&fields=NCT Number|Phases");
        var token = Assert.Single(first.Headers.GetValues("x-next-page-token"));
        using var second = await site.Client.GetAsync($"/api/v2/studies?format=csv&pageSize=3&fields=NCT Number|Phases&pageToken={token}");
        var (head, next) = (await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());

        Assert.Equal("text/csv", first.Content.Headers.ContentType?.MediaType);
        Assert.True(int.Parse(Assert.Single(first.Headers.GetValues("x-total-count")), System.Globalization.CultureInfo.InvariantCulture) > 6);
        Assert.StartsWith("NCT Number,Phases\r\nNCT", head, StringComparison.Ordinal);
        Assert.Equal(5, head.Split("\r\n").Length);
        Assert.StartsWith("NCT", next, StringComparison.Ordinal);
        Assert.DoesNotContain("NCT Number", next, StringComparison.Ordinal);
        Assert.False(second.Headers.Contains("x-total-count"));
    }

    [Fact]
    public async Task Fields_OfTheQuery_AreThePiecesThatItLooksInto()
    {
        var study = (await PageAsync("query.cond=Example Disease&filter.ids=NCT01000001&fields=@query"))["studies"]![0]!;

        Assert.Equal("""{"protocolSection":{"identificationModule":{"nctId":"NCT01000001","briefTitle":"Tablets </script><script>alert(1)</script> & rest"},"conditionsModule":{"conditions":["Example Disease"]}}}""",
            JsonNode.Parse(study.ToJsonString())!.ToJsonString(new JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Theory]
    [InlineData("pageSize=0", 10)]
    [InlineData("pageSize=1001", 1000)]
    [InlineData("", 10)]
    public async Task PageSize_IsAsTheRegistryTakesIt(string query, int most)
    {
        var page = await PageAsync("fields=NCTId&countTotal=true&" + query);

        Assert.Equal(Math.Min(most, (int)page["totalCount"]!), Ids(page).Count());
    }

    [Theory]
    [InlineData("query.term=AREA[Location]ALL&", "&sort=@relevance")]
    [InlineData("", "&sort=@relevance")] // nothing but distance tells them apart
    [InlineData("", "")] // geoDecay asks for an order by itself
    public async Task Nearest_ComesFirst_WhenScoresFallWithDistance(string query, string order)
    {
        var near = await PageAsync($"{query}filter.geo=distance(30.27,120.15,6000mi)&geoDecay=func:linear,scale:100km,offset:0km,decay:0.1{order}&fields=NCTId&pageSize=1");

        Assert.Equal("NCT04599543", Ids(near).Single()); // its site is in Hangzhou
    }

    private static IEnumerable<string> Ids(JsonNode page) => page["studies"]!.AsArray().Select(study => (string)study!["protocolSection"]!["identificationModule"]!["nctId"]!);

    [Theory]
    [InlineData("filter.advanced=AREA[CriteriaExcluded]pregnancy", Rich)]
    [InlineData("query.cond=\"Example Disease\" AND AREA[CriteriaMentioned]pregnancy", Rich)]
    [InlineData("query.term=AREA[CriteriaRequired]pregnancy", "")]
    public async Task Studies_AreFound_ByWhatTheirCriteriaSay(string query, string expected)
    {
        await site.Registry.ReadCriteriaAsync(1, null, CancellationToken.None);

        var page = await PageAsync(query + "&filter.ids=NCT01000001,NCT01000002&fields=NCTId");
        Assert.Equal(expected, string.Join(' ', Ids(page)));
    }

    [Theory]
    [InlineData("filter.ids=")]
    [InlineData("query.id=")]
    public async Task ListOfMoreThanAThousandNumbers_IsAnswered(string parameter)
    {
        var page = await PageAsync($"{parameter}{string.Join(',', Enumerable.Range(1, 1200).Select(number => $"NCT{number:00000000}"))},{Rich}&fields=NCTId");

        Assert.Contains(Rich, Ids(page));
    }

    [Theory]
    [InlineData("fields=BriefTtle", "did you mean `BriefTitle`?")]
    [InlineData("sort=StartDat", "did you mean `StartDate`?")]
    [InlineData("format=jsn", "did you mean `json`?")]
    [InlineData("query.term=AREA[BriefTtle]x", "did you mean `BriefTitle`?")]
    [InlineData("filter.advanced=AREA[CriteriaAlowed]x", "did you mean `CriteriaAllowed`?")]
    [InlineData("query.con=x", "did you mean `query.cond`?")]
    [InlineData("filter.overallStatus=RECRUTING", "did you mean `RECRUITING`?")]
    [InlineData("postFilter.overallStatus=COMPLETE", "did you mean `COMPLETED`?")]
    [InlineData("query.term=AREA[Phase]PHASE22", "; at column 12; did you mean `PHASE2`?")]
    [InlineData("filter.synonyms=ConditionSerch:1", "did you mean `ConditionSearch`?")]
    [InlineData("aggFilters=colour:red", "`docs`, `violation`")]
    [InlineData("format=csv&fields=NCT Nmber", "did you mean `NCT Number`?")]
    public async Task StrictRefusal_SaysWhatMayHaveBeenMeant(string query, string hint)
    {
        foreach (var (preference, says) in new[] { ("handling=strict", true), ("respond-async, handling=\"strict\"", true), ("handling=lenient, handling=strict", false) })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2/studies?" + query);
            request.Headers.TryAddWithoutValidation("Prefer", preference);
            using var response = await site.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Equal(says, (await response.Content.ReadAsStringAsync()).EndsWith(hint, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/studies/NCT99999999", HttpStatusCode.NotFound)]
    [InlineData("/studies?filter.foo=1", HttpStatusCode.BadRequest)]
    [InlineData("/studies/NCT00000009", HttpStatusCode.MovedPermanently)]
    [InlineData("/foo", HttpStatusCode.NotFound)]
    [InlineData("/version", HttpStatusCode.NotModified)]
    [InlineData("/studies?pageSize=1", HttpStatusCode.NotModified)]
    public async Task OnlyAGoodAnswer_CanBeUnchanged_AlsoWhenItIsAskedForAgain(string path, HttpStatusCode expected)
    {
        for (var time = 0; time < 2; time++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v2" + path);
            request.Headers.TryAddWithoutValidation("If-None-Match", "*");
            using var response = await site.Client.SendAsync(request);

            Assert.Equal(expected, response.StatusCode);
        }
    }

    [Theory]
    [InlineData("POST", "/api/v2/studies", HttpStatusCode.MethodNotAllowed, "`/api/v2/studies` cannot be asked with POST")]
    [InlineData("DELETE", "/api/v2/studies/NCT01000001", HttpStatusCode.MethodNotAllowed, "`/api/v2/studies/NCT01000001` cannot be asked with DELETE")]
    [InlineData("GET", "/api/v2", HttpStatusCode.NotFound, "There is no route `/api/v2/`")]
    [InlineData("GET", "/api/v2/nothing", HttpStatusCode.NotFound, "There is no route `/api/v2/nothing`")]
    [InlineData("GET", "/api/v2/stats/size?query.cond=a", HttpStatusCode.BadRequest, "Invalid prefix in parameter name: query.cond")]
    public async Task EveryFailure_IsPlainText(string method, string path, HttpStatusCode status, string text)
    {
        using var response = await site.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal((status, "text/plain", text), (response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("/api/v2/studies")]
    [InlineData("/api/v2/version")]
    [InlineData("/api/oas/v2")]
    public async Task WrongMethod_IsAnsweredToPagesOfOtherSites_WithTheMethodsThatThereAre(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Headers.Add("Origin", "https://elsewhere.example");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var refused = await site.Client.SendAsync(request);
        using var head = await site.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, path));

        Assert.Equal((HttpStatusCode.MethodNotAllowed, "GET, HEAD", "*"), (refused.StatusCode, string.Join(", ", refused.Content.Headers.Allow), refused.Headers.GetValues("Access-Control-Allow-Origin").Single()));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
    }

    [Theory]
    [InlineData("query.term", "NCT{0:00000000}")]
    [InlineData("filter.advanced", "NCT{0:00000000}")]
    [InlineData("filter.advanced", "AREA[NCTId]NCT{0:00000000}")]
    [InlineData("query.id", "NCT{0:00000000}")]
    public async Task ThousandNumbers_JoinedByOr_AreAnswered(string parameter, string number)
    {
        var count = number.StartsWith("AREA", StringComparison.Ordinal) ? 500 : 999;
        var numbers = Enumerable.Range(1, count).Select(i => string.Format(System.Globalization.CultureInfo.InvariantCulture, number, i)).Append(Rich);

        Assert.Contains(Rich, Ids(await PageAsync($"{parameter}={Uri.EscapeDataString(string.Join(" OR ", numbers))}&fields=NCTId")));
    }

    [Theory]
    [InlineData("/api/v2/studies?query.term=")]
    [InlineData("/search?q=")]
    public async Task AddressThatIsTooLong_IsRefusedWithASentence(string path)
    {
        using var response = await site.Client.GetAsync(path + new string('x', 40_000));

        Assert.Equal((HttpStatusCode.RequestUriTooLong, "text/plain"), (response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.EndsWith("at most 32,768 are taken: ask in several requests.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnswerThatDependsOnReadCriteria_CarriesNoTag()
    {
        using var asked = await site.Client.GetAsync("/api/v2/studies?filter.advanced=AREA[CriteriaExcluded]pregnancy");
        using var plain = await site.Client.GetAsync("/api/v2/studies?filter.advanced=AREA[EligibilitySearch]pregnancy");

        Assert.Null(asked.Headers.ETag);
        Assert.NotNull(plain.Headers.ETag);
    }

    private async Task<JsonNode> PageAsync(string query)
    {
        using var response = await site.Client.GetAsync("/api/v2/studies?" + query);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, text);
        using var answer = JsonDocument.Parse(text);
        foreach (var description in await Descriptions.AllAsync(site))
        {
            Assert.Empty(new SchemaCheck(description).Errors(answer.RootElement, "PagedStudies"));
        }

        return JsonNode.Parse(text)!;
    }
}
