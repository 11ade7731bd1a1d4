using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Trialist.Registry;

namespace Trialist.Web.Tests.Pages;

public sealed class StudyPageTests(WebSite site)
{
    [Theory]
    [InlineData("Status and phase", "Not yet enrolling Early Phase 1")]
    [InlineData("Condition", "Acute Myeloid Leukemia")]
    [InlineData("Treatment", "Drug: IL3 CAR T-cells")]
    [InlineData("Study type", "Interventional")]
    [InlineData("Funder types", "Other, Industry")]
    [InlineData("Enrolment", "36 participants (estimated)")]
    [InlineData("Identifiers", "NCT04599543 CD123-001")]
    [InlineData("Sex", "All")]
    [InlineData("Volunteers", "No healthy volunteers")]
    [InlineData("Primary purpose", "Treatment")]
    [InlineData("Allocation", "N/A")]
    [InlineData("Interventional model", "Single group assignment")]
    [InlineData("Masking", "None (open label)")]
    public async Task StudyPage_SaysWhatTheSeedPageSays(string label, string expected)
    {
        var page = await site.PageAsync("/studies/NCT04599543");

        Assert.Equal(expected, Words(Described(page, label)));
    }

    [Fact]
    public async Task RecordThatIsNotConfirmed_SaysSoInEveryPlace()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Changed}");

        Assert.Equal("Last changed in June 2024; when it was last confirmed is not stated", Words(page.QuerySelector(".byline .stale")!));
        Assert.Contains("The record has not changed since June 2024, 2 years ago, and does not say when its status was last confirmed.", Words(page.QuerySelector(".take-part")!), StringComparison.Ordinal);
        Assert.Contains("Status last confirmedNot stated", Words(page.QuerySelector("#record")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task EscapesOfTheRegistry_AreUndoneForSearchEngines()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Rich}");

        Assert.StartsWith("People with a value > 5 take part.", page.QuerySelector("meta[name=description]")!.GetAttribute("content"), StringComparison.Ordinal);
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.StartsWith("People with a value > 5 take part.", data.RootElement.GetProperty("description").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValuesOfAWrongKind_AreSaid()
    {
        var own = new WebSite();
        await own.InitializeAsync();
        await own.Registry.AddAsync([SampleStudies.WithOddValues], StudyOrigin.Demo, DateTimeOffset.UnixEpoch, CancellationToken.None);
        var page = await own.PageAsync($"/studies/{SampleStudies.Odd}");

        Assert.Contains("The criteria of this record cannot be read: it holds the number 12 where a text belongs.", Words(page.QuerySelector("#who")!), StringComparison.Ordinal);
        Assert.Contains("3 values of this record are not of the registry's kind", Words(page.QuerySelector("#record")!), StringComparison.Ordinal);
        Assert.Contains("18 years and older (upper limit in the record: 999 years)", Words(page.QuerySelector("#who")!), StringComparison.Ordinal);
        await own.DisposeAsync();
    }

    [Fact]
    public async Task StudyPage_WithoutAges_SaysNotStatedAndNeverAny()
    {
        var ages = Words(Described(await site.PageAsync("/studies/NCT04599543"), "Ages"));

        Assert.StartsWith("Not stated", ages, StringComparison.Ordinal);
        Assert.DoesNotContain("any", ages, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task StudyPage_ShowsEveryCriterionOfTheSeedPage()
    {
        var page = await site.PageAsync("/studies/NCT04599543");

        Assert.Equal(9, page.QuerySelectorAll(".inclusion > ol > li.criterion").Length);
        Assert.Equal(4, page.QuerySelectorAll(".inclusion > ol > li li.criterion").Length);
        Assert.Equal(11, page.QuerySelectorAll(".exclusion > ol > li.criterion").Length);
    }

    [Fact]
    public async Task StudyPage_ExplainsTheWordsThatWereUnderstood()
    {
        var page = await site.PageAsync("/studies/NCT04599543");

        var mark = page.QuerySelectorAll("#c-I4 .understood").First(words => words.TextContent.StartsWith("Total bilirubin", StringComparison.Ordinal));
        Assert.Equal("0", mark.GetAttribute("tabindex"));
        var meaning = page.GetElementById(mark.GetAttribute("aria-describedby")!)!;
        Assert.Contains("Total bilirubin ≤ 51 umol/L", meaning.TextContent, StringComparison.Ordinal);
        Assert.Contains("LOINC", meaning.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("li.criterion > .criterion-body"), body => Assert.NotNull(body.QuerySelector(".reading")));
    }

    [Fact]
    public async Task StudyPage_SaysCriteriaInPlainEnglish_WithTheOriginalBelow()
    {
        var page = await site.PageAsync("/studies/NCT04599543?words=english");

        Assert.Contains("Life expectancy ≥ 3 months.", Words(page.QuerySelector("#c-I7 .criterion-english")!), StringComparison.Ordinal);
        Assert.Contains("Survival time estimated", Words(page.QuerySelector("#c-I7 .criterion-original")!), StringComparison.Ordinal);
        Assert.Equal("Plain English", Words(page.QuerySelector(".switch [aria-current]")!));
    }

    [Fact]
    public async Task StudyPage_QuotesTheWordsOfAFinding()
    {
        var page = await site.PageAsync("/studies/NCT04599543");

        var overlap = page.QuerySelectorAll(".findings .severity-warning").First(finding => finding.TextContent.Contains("bilirubin", StringComparison.Ordinal));
        Assert.Equal(["I4", "E8"], overlap.QuerySelectorAll("a").Select(link => link.TextContent));
        Assert.Equal(2, overlap.QuerySelectorAll("q").Length);
    }

    [Theory]
    [InlineData("36 participants in 1 patient group")]
    [InlineData("Last changed in October 2020; when it was last confirmed is not stated")]
    [InlineData("Yongxian Hu, PhD")]
    [InlineData("1 site in 1 country")]
    [InlineData("Data sourced from clinicaltrials.gov")]
    [InlineData("Dose-limiting toxicity (DLT)")]
    public async Task StudyPage_Shows(string words)
    {
        var page = await site.PageAsync("/studies/NCT04599543");

        Assert.Contains(words, Words(page.QuerySelector("main")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StudyPage_OfAnOpenStudyNotConfirmedForYears_AsksToAsk()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Rich}");

        Assert.Contains("Nobody has confirmed the status since March 2021, 5 years ago.", Words(page.QuerySelector(".take-part")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StudyPage_GivesTheRegistrysOwnValueOnHover()
    {
        var word = (await site.PageAsync("/studies/NCT04599543")).QuerySelector(".status-line .status abbr")!;

        Assert.Contains("NOT_YET_RECRUITING", word.GetAttribute("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StudyPage_NeverRunsTextOfARecord()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Rich}");

        Assert.All(page.Scripts, script => Assert.True(script.Type is "application/ld+json" || script.Source is not null));
        Assert.DoesNotContain(page.QuerySelectorAll("a[href]").Cast<IHtmlAnchorElement>(), link => link.GetAttribute("href")!.StartsWith("javascript", StringComparison.OrdinalIgnoreCase));
        Assert.Contains("People with a value > 5 take part.", Words(page.QuerySelector("#about")!), StringComparison.Ordinal);
        Assert.Contains("second <b>bold</b> [a link](javascript:alert(1))", Words(page.QuerySelector("#about")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task StudyPage_CarriesStructuredDataForSearchEngines()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Rich}");
        using var data = JsonDocument.Parse(page.QuerySelector("script[type='application/ld+json']")!.TextContent);

        Assert.Equal("MedicalTrial", data.RootElement.GetProperty("@type").GetString());
        Assert.Equal("https://schema.org/Recruiting", data.RootElement.GetProperty("status").GetString());
        Assert.Equal($"http://localhost/studies/{SampleStudies.Rich}", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task StudyPage_OfAMadeUpStudy_SaysSoAndIsNotIndexed()
    {
        var page = await site.PageAsync("/studies/NCT99000001");

        Assert.Contains("Not a real study", Words(page.QuerySelector("aside.fiction")!), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.StartsWith("Not a real study", page.Title, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("script[type='application/ld+json']"));
    }

    [Fact]
    public async Task StudyPage_OfARealStudy_IsIndexedAndUnmarked()
    {
        var page = await site.PageAsync("/studies/NCT04599543");

        Assert.Null(page.QuerySelector("meta[name=robots]"));
        Assert.Null(page.QuerySelector(".fiction"));
    }

    [Fact]
    public async Task StudyPage_ShowsResultsAndDocuments()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Rich}");

        Assert.Equal(["Tablet", "602", "–", "7 of 602"], page.QuerySelectorAll("#outcomes tbody tr:first-child > *").Select(Words));
        Assert.Contains("4.2 (± 1.1)", Words(page.QuerySelector(".figures")!), StringComparison.Ordinal);
        Assert.Equal("https://cdn.clinicaltrials.gov/large-docs/01/NCT01000001/Prot_000.pdf", page.QuerySelector("#record a[href*=Prot]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task StudyPage_OfAStudyWithHardlyAnyField_SaysNotStated()
    {
        var page = await site.PageAsync($"/studies/{SampleStudies.Bare}");

        Assert.Equal("Study NCT01000002", Words(page.QuerySelector("h1")!));
        Assert.Equal("Not stated", Words(Described(page, "Volunteers")));
        Assert.Contains("The record has no eligibility criteria.", Words(page.QuerySelector("#who")!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/studies/nct1000001", "/studies/NCT01000001")]
    [InlineData("/studies/NCT00000009", "/studies/NCT01000001")]
    [InlineData("/studies/nct01000001.json", "/studies/NCT01000001.json")]
    public async Task Study_UnderAnotherSpellingOrAnOldId_Moves(string asked, string expected)
    {
        using var response = await site.Client.GetAsync(asked);

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(expected, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/studies/NCT00000001", "NCT00000001 is not in this registry")]
    [InlineData("/studies/abc", "There is no such study number")]
    [InlineData("/nowhere", "This page does not exist")]
    public async Task UnknownAddress_Answers404WithASearchBox(string path, string heading)
    {
        var page = await site.PageAsync(path, HttpStatusCode.NotFound);

        Assert.Equal(heading, Words(page.QuerySelector("h1")!));
        Assert.NotNull(page.QuerySelector("main form[role=search] input[type=search]"));
    }

    private static IElement Described(IHtmlDocument page, string label) =>
        page.QuerySelectorAll("dt").First(term => Words(term) == label).NextElementSibling!;

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
