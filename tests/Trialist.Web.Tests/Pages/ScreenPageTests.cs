using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Trialist.Web.Tests.Pages;

public sealed class ScreenPageTests(WebSite site)
{
    private const string Cohort =
        "id,birth date,sex,date,ecog,creatinine [mg/dL],conditions\n" +
        "xylo-1,1970-05-01,female,2026-11-20,1,0.9,acute myeloid leukemia\n" +
        "xylo-2,1985-02-11,male,2026-11-20,1,2.2,acute myeloid leukemia\n";

    [Fact]
    public async Task Screen_OfATable_ShowsTheFunnelAndThePersons()
    {
        var (page, response) = await PostAsync(("Form.Study", "NCT04599543"), ("Form.Table", Cohort));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("I4 costs most", page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["xylo-1", "xylo-2"], page.QuerySelectorAll(".person-id").Select(cell => cell.TextContent));
        Assert.NotNull(page.QuerySelector(".funnel .bar rect.not"));
        Assert.Null(page.QuerySelector("#result > .notice strong"));
    }

    [Fact]
    public async Task Screen_OfADraft_WithChartsAssumedComplete_SaysSoOnThePageAndInTheTable()
    {
        (string, string)[] fields = [("Form.Draft", "Inclusion Criteria:\n* Age 18 years or older\nExclusion Criteria:\n* Asthma"), ("Form.Table", Cohort), ("Form.Complete", "conditions")];

        var (page, _) = await PostAsync(fields);
        var (_, table) = await PostAsync([.. fields, ("output", "csv")]);

        Assert.Contains("Assumed complete: conditions", page.QuerySelector("#result .notice")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("2 could take part", page.QuerySelector(".totals")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("text/csv", table.Content.Headers.ContentType?.MediaType);
        Assert.StartsWith("# assumed complete, silence read as no: conditions", await table.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Screen_LeavesNothingBehind()
    {
        var large = Cohort + string.Concat(Enumerable.Range(0, 4000).Select(row => $"xylo-{row + 3},1960-01-01,male,2026-11-20,1,1.0,gout\n"));
        List<string> files = [];
        using var watcher = new FileSystemWatcher(Path.GetTempPath(), "ASPNETCORE_*") { EnableRaisingEvents = true };
        watcher.Created += (_, file) => files.Add(file.Name!);
        using var form = new MultipartFormDataContent { { new StringContent("NCT04599543"), "Form.Study" }, { new StringContent("true"), "Form.DeIdentify" } };
        using var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(large));
        form.Add(bytes, "Form.Cohort", "cohort.csv");

        using var response = await site.Client.PostAsync("/screen", form);
        var page = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.DoesNotContain("xylo-", page, StringComparison.Ordinal);
        Assert.DoesNotContain("xylo-", site.Log.ToString(), StringComparison.Ordinal);
        Assert.Empty(files);
    }

    [Theory]
    [InlineData("", Cohort, "Name a study by its number")]
    [InlineData("NCT00000001", Cohort, "is not in the data folder")]
    [InlineData("NCT04599543", "", "There is no cohort")]
    [InlineData("NCT04599543", "id,sex\nx,neither\n", "line 2, column 'sex'")]
    public async Task Screen_OfWhatCannotBeRead_SaysSo(string study, string table, string sentence)
    {
        var (page, response) = await PostAsync(("Form.Study", study), ("Form.Table", table));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScreenApi_OfACsvCohort_AnswersTheFunnel()
    {
        using var body = new StringContent(Cohort, Encoding.UTF8, "text/csv");
        using var response = await site.Client.PostAsync("/api/v1/screen?study=NCT04599543&asOf=2026-11-23&deIdentify=true", body);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal((2, 1, "I4"), (json.RootElement.GetProperty("persons").GetInt32(), json.RootElement.GetProperty("ineligible").GetInt32(), json.RootElement.GetProperty("mostCostly").GetString()));
        Assert.DoesNotContain("xylo-", json.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ScreenApi_OfADraftInAForm_AnswersATableWhenAsked()
    {
        using var form = new MultipartFormDataContent { { new StringContent("Inclusion Criteria:\n* Creatinine at most 2 mg/dL"), "study" } };
        using var bytes = new ByteArrayContent(Encoding.UTF8.GetBytes(Cohort));
        form.Add(bytes, "persons", "cohort.csv");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/screen") { Content = form };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/csv"));

        using var response = await site.Client.SendAsync(request);

        Assert.Equal(["person,verdict,I1,missing", "xylo-1,eligible,met,", "xylo-2,ineligible,not met,"], (await response.Content.ReadAsStringAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("/api/v1/screen?study=NCT04599543&asOf=soon")]
    [InlineData("/api/v1/screen?study=NCT04599543&assumeComplete=everything")]
    [InlineData("/api/v1/screen")]
    public async Task ScreenApi_WithWhatCannotBeRead_AnswersProblemJson(string path)
    {
        using var body = new StringContent(Cohort, Encoding.UTF8, "text/csv");
        using var response = await site.Client.PostAsync(path, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    private async Task<(IHtmlDocument Page, HttpResponseMessage Response)> PostAsync(params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        var response = await site.Client.PostAsync("/screen", form);
        return (await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()), response);
    }
}
