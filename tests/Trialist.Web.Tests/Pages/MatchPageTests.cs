using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Trialist.Web.Tests.Pages;

public sealed class MatchPageTests(WebSite site)
{
    private const string Secret = "xylophonist from Lower Nowhere";

    [Fact]
    public async Task Match_OfANote_ShowsAVerdictWithTheWordsOfEachCriterion()
    {
        var (page, _) = await PostAsync(("Person.Text", "54-year-old woman with relapsed acute myeloid leukemia. Creatinine 3.0 mg/dL."), ("Person.Study", "NCT04599543"));

        Assert.Contains("Cannot take part", page.QuerySelector("#result")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("creatinine ≤ 176.8 umol/L", page.QuerySelector("#result")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Match_SaysFactsAndReasonsInWords_NotInNamesOfTheProgram()
    {
        var (page, _) = await PostAsync(("Person.Text", "54-year-old woman with relapsed acute myeloid leukemia. Total bilirubin 0.8 mg/dL. LVEF 60 %."), ("Person.Study", "NCT04599543"));

        var known = page.QuerySelectorAll(".printed li").Select(item => item.TextContent).ToList();
        Assert.Contains(known, fact => fact.StartsWith("relapsed acute myeloid leukemia", StringComparison.Ordinal));
        Assert.Contains(known, fact => fact.StartsWith("total bilirubin 0.8 mg/dL", StringComparison.Ordinal));
        var reasons = page.QuerySelectorAll(".because").Select(line => line.TextContent).ToList();
        Assert.Contains(reasons, line => line.StartsWith("total bilirubin ≤ 51 umol/L: yes, from total bilirubin 0.8 mg/dL", StringComparison.Ordinal));
        Assert.Contains(reasons, line => line.StartsWith("alanine aminotransferase ≤ 3 x ULN: not known; missing: alanine aminotransferase", StringComparison.Ordinal));
        Assert.DoesNotContain(reasons, line => line.Contains("bilirubin.total", StringComparison.Ordinal) || line.Contains("[ULN]", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Match_OfTenQuestions_ComparesEachAnswer()
    {
        var (page, _) = await PostAsync(
            ("Person.Study", "NCT04599543"), ("Person.Age", "54"), ("Person.Sex", "FEMALE"), ("Person.Disease", "Relapsed acute myeloid leukemia"), ("Person.OtherDiseases", "asthma"),
            ("Person.Treatments", "cytarabine"), ("Person.Medicines", "metformin"), ("Person.NotHad", "HIV; hepatitis B"), ("Person.Ecog", "1"), ("Person.Pregnancy", "neither"));

        Assert.Equal("met", StatusOf(page, "I8"));
        Assert.Equal("met", StatusOf(page, "E3"));
        Assert.Equal("met", StatusOf(page, "E10"));
    }

    [Fact]
    public async Task Match_OfAnAnswer_UsesItAndAsksForSomethingElse()
    {
        (string, string)[] asked = [("Person.Study", "NCT04599543"), ("Person.Age", "54")];
        (string, string)[] answer = [("Person.Answers[0].Ask", "creatinine"), ("Person.Answers[0].Type", "Measurement"), ("Person.Answers[0].Value", "3.0"), ("Person.Answers[0].Unit", "mg/dL")];

        var (before, _) = await PostAsync(asked);
        var (after, _) = await PostAsync([.. asked, .. answer]);

        Assert.NotEqual("not met", StatusOf(before, "I4"));
        Assert.Equal("not met", StatusOf(after, "I4"));
        Assert.Contains("creatinine: 3.0 mg/dL", string.Join(' ', after.QuerySelector(".answered")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Contains("creatinine", after.QuerySelector(".changes")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_OfANote_TakesCorrectionsOfThatNoteOnly()
    {
        const string note = "Creatinine 3.0 mg/dL. Known HIV infection.";
        var (read, _) = await PostAsync(("Person.Study", "NCT04599543"), ("Person.Text", note));
        var name = read.QuerySelector("input[name='Person.Corrected']")!.GetAttribute("value")!;
        (string, string)[] corrections = [("Person.Study", "NCT04599543"), ("Person.Corrected", name), ("Person.Corrections[0]", "drop"), ("Person.Corrections[1]", "no")];

        var (corrected, _) = await PostAsync([.. corrections, ("Person.Text", note)]);
        var (another, _) = await PostAsync([.. corrections, ("Person.Text", "Creatinine 3.1 mg/dL. Known HIV infection.")]);

        Assert.Equal(("not met", "not met"), (StatusOf(read, "I4"), StatusOf(read, "E10")));
        Assert.Equal(("not known yet", "met"), (StatusOf(corrected, "I4"), StatusOf(corrected, "E10")));
        Assert.Equal(("not met", "not met"), (StatusOf(another, "I4"), StatusOf(another, "E10")));
    }

    [Fact]
    public async Task Match_IsNeitherCachedNorLogged()
    {
        var (_, response) = await PostAsync(("Person.Text", $"A {Secret}, 40 years old."));

        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Null(response.Headers.ETag);
        Assert.DoesNotContain("xylophonist", site.Log.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Person.Age", "old", "This is not an age in years")]
    [InlineData("Person.Age", "500", "This is not an age in years")]
    [InlineData("Person.Text", "", "Tell something about the person")]
    [InlineData("Person.Text", "{ \"resourceType\": ", "")]
    public async Task Match_OfWhatCannotBeRead_SaysSoAndKeepsTheForm(string field, string value, string sentence)
    {
        var (page, response) = await PostAsync((field, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#result"));
    }

    [Fact]
    public async Task MatchApi_OfANote_AnswersInTheShapeOfTheContract()
    {
        using var note = new StringContent("A 54-year-old woman. Creatinine 3.0 mg/dL.", Encoding.UTF8, "text/plain");
        using var response = await site.Client.PostAsync("/api/v1/match?study=NCT04599543&asOf=2026-11-23", note);
        using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("2026-11-23", json.RootElement.GetProperty("asOf").GetString());
        Assert.Equal(54, json.RootElement.GetProperty("person").GetProperty("age").GetInt32());
        Assert.Equal("ineligible", json.RootElement.GetProperty("results")[0].GetProperty("verdict").GetString());
    }

    [Theory]
    [InlineData("/api/v1/match?asOf=soon")]
    [InlineData("/api/v1/match?study=abc")]
    [InlineData("/api/v1/match?study=NCT00000001")]
    [InlineData("/api/v1/match?top=-1")]
    public async Task MatchApi_WithABadParameter_AnswersProblemJson(string path)
    {
        using var note = new StringContent("A 54-year-old woman.", Encoding.UTF8, "text/plain");
        using var response = await site.Client.PostAsync(path, note);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task CriteriaApi_GivesEveryCriterionOfTheSeedStudy()
    {
        using var json = JsonDocument.Parse(await site.Client.GetStringAsync("/api/v1/studies/NCT04599543/criteria"));
        var ids = json.RootElement.GetProperty("criteria").EnumerateArray().Select(criterion => criterion.GetProperty("id").GetString()).ToList();

        Assert.Superset(new HashSet<string?>([.. Enumerable.Range(1, 9).Select(n => $"I{n}"), .. Enumerable.Range(1, 4).Select(n => $"I2.{n}"), .. Enumerable.Range(1, 11).Select(n => $"E{n}")]), ids.ToHashSet());
    }

    private static string StatusOf(AngleSharp.Html.Dom.IHtmlDocument page, string criterion) =>
        page.QuerySelectorAll(".verdicts > li").Single(row => row.QuerySelector(".criterion-id")!.TextContent == criterion).QuerySelector(".status")!.TextContent;

    private async Task<(AngleSharp.Html.Dom.IHtmlDocument Page, HttpResponseMessage Response)> PostAsync(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        var response = await site.Client.PostAsync("/match", form);
        return (await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStringAsync()), response);
    }
}
