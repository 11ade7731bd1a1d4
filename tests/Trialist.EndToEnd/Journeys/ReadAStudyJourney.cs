using Microsoft.Playwright;

namespace Trialist.EndToEnd.Journeys;

public sealed class ReadAStudyJourney(LiveSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Visitor_TypesOpensReadsHistoryAndPrints(bool javaScript)
    {
        await using var tab = await site.OpenAsync(javaScript: javaScript);
        var page = tab.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("What are you looking for?").FillAsync("IL3 CAR-T");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Link, new() { Name = "IL3 CAR-T Cell Therapy" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("CD123 Positive");
        await Assertions.Expect(page.Locator("#c-E8")).ToContainTextAsync("bilirubin>2.0 mg/dl");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "How to take part" })).ToBeVisibleAsync();

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Locator(".site-header")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#c-E8")).ToBeVisibleAsync();
        var paper = await page.PdfAsync();
        Assert.True(paper.Length > 10_000, $"the printed study has {paper.Length} bytes");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });

        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Assertions.Expect(page.GetByText("The first version that this registry saw.")).ToBeVisibleAsync();
        Assert.Empty(tab.Complaints);
    }

    [Theory]
    [InlineData("/search?q=leukemia")]
    [InlineData("/expert?expr=leukemia")]
    public async Task FoundStudies_OnPaper_AreThere_WithoutWhatOnlyAScreenCanUse(string address)
    {
        await using var tab = await site.OpenAsync();
        await tab.Page.GotoAsync(address);
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Assertions.Expect(tab.Page.Locator(".hit h3").First).ToBeVisibleAsync();
        foreach (var ofTheScreen in (string[])[".facets", ".compare-bar", "[data-save]", "[name=ids]", "textarea", "#f-q"])
        {
            foreach (var part in await tab.Page.Locator(ofTheScreen).AllAsync())
            {
                await Assertions.Expect(part).ToBeHiddenAsync();
            }
        }
    }

    [Fact]
    public async Task MadeUpStudy_OnPaper_IsMarked()
    {
        await using var tab = await site.OpenAsync();
        await tab.Page.GotoAsync("/studies/NCT99000001");
        await tab.Page.EmulateMediaAsync(new() { Media = Media.Print });

        var mark = await tab.Page.EvaluateAsync<string>("getComputedStyle(document.querySelector('main'), '::before').content");

        Assert.Contains("NOT A REAL STUDY", mark, StringComparison.Ordinal);
        await Assertions.Expect(tab.Page.Locator(".fiction")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Visitor_WithTheKeyboardOnly_ReachesTheContentFirst()
    {
        await using var tab = await site.OpenAsync();
        await tab.Page.GotoAsync("/studies/NCT04599543");
        await tab.Page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(tab.Page.GetByText("Skip to the content")).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(tab.Page.Locator("main")).ToBeFocusedAsync();
    }
}
