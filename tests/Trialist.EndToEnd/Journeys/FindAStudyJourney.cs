using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Trialist.EndToEnd.Journeys;

public sealed partial class FindAStudyJourney(LiveSite site)
{
    [Fact]
    public async Task Visitor_FindsByConditionAndPlace_FiltersComparesAndSaves()
    {
        await using var tab = await site.OpenAsync();
        var page = tab.Page;
        await page.GotoAsync("/search");
        await page.GetByLabel("What are you looking for?").FillAsync("leukemia");
        await page.GetByLabel("Near", new() { Exact = true }).FillAsync("Berlin");
        await page.Locator(".finder").GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.WaitForURLAsync(Searched());
        await Assertions.Expect(page.Locator(".hit").First).ToContainTextAsync("km");

        await page.Locator("input[name=studyType][value=INTERVENTIONAL]").CheckAsync();
        await page.WaitForURLAsync(Filtered());
        await Assertions.Expect(page.Locator(".active")).ToContainTextAsync("Interventional");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator(".active")).Not.ToContainTextAsync("Interventional");

        var save = page.Locator("[data-save]").First;
        var saved = await save.GetAttributeAsync("data-save");
        await save.ClickAsync();
        await Assertions.Expect(save).ToHaveTextAsync("Saved");

        await page.Locator("input[name=ids]").Nth(0).CheckAsync();
        await page.Locator("input[name=ids]").Nth(1).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Compare the ticked studies" }).ClickAsync();
        await Assertions.Expect(page.Locator("thead th")).ToHaveCountAsync(2);

        await page.GotoAsync("/saved");
        await page.WaitForURLAsync(SavedList());
        await Assertions.Expect(page.Locator(".hit")).ToContainTextAsync(saved!);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Visitor_TypingACondition_IsOfferedOnesThatExist()
    {
        await using var tab = await site.OpenAsync();
        await tab.Page.GotoAsync("/search");
        await tab.Page.GetByText("More fields").ClickAsync();
        await tab.Page.GetByLabel("Condition or disease").PressSequentiallyAsync("leuk");
        await Assertions.Expect(tab.Page.Locator(".suggestions [role=option]").First).ToBeVisibleAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("Enter");

        Assert.StartsWith("Leuk", await tab.Page.GetByLabel("Condition or disease").InputValueAsync(), StringComparison.OrdinalIgnoreCase);
        Assert.Empty(tab.Complaints);
    }

    [Fact]
    public async Task Visitor_GoesByPlaceFromTheWorldToACity()
    {
        await using var tab = await site.OpenAsync();
        await tab.Page.GotoAsync("/locations");
        foreach (var place in new[] { "China", "Zhejiang", "Hangzhou" })
        {
            await tab.Page.Locator("tbody").GetByRole(AriaRole.Link, new() { Name = place, Exact = true }).ClickAsync();
        }

        await Assertions.Expect(tab.Page.Locator("#NCT04599543")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Visitor_ComparesAPersonWithAStudy_WithoutScripts()
    {
        await using var tab = await site.OpenAsync(javaScript: false);
        await tab.Page.GotoAsync("/studies/NCT04599543");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Check a person against this study" }).ClickAsync();
        await tab.Page.GetByLabel("Or a clinician's note, or a FHIR R4 bundle").FillAsync("54-year-old woman with relapsed acute myeloid leukemia. Creatinine 3.0 mg/dL.");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();

        await Assertions.Expect(tab.Page.Locator("#result .status-line")).ToContainTextAsync("Cannot take part");
        Assert.DoesNotContain("leukemia", tab.Page.Url, StringComparison.Ordinal);
    }

    [GeneratedRegex("q=leukemia&near=Berlin", RegexOptions.NonBacktracking)]
    private static partial Regex Searched();

    [GeneratedRegex("studyType=INTERVENTIONAL", RegexOptions.NonBacktracking)]
    private static partial Regex Filtered();

    [GeneratedRegex("/saved\\?ids=NCT", RegexOptions.NonBacktracking)]
    private static partial Regex SavedList();
}
