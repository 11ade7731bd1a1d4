using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Trialist.EndToEnd;

public sealed class AccessibilityTests(LiveSite site)
{
    public static TheoryData<string, ColorScheme> Pages =>
        [.. PageSet.All.SelectMany(page => new[] { ColorScheme.Light, ColorScheme.Dark }.Select(colors => (page, colors)))];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InLightAndDark_HasNothingThatAxeMinds(string path, ColorScheme colors)
    {
        await using var tab = await site.OpenAsync(colors);
        await tab.Page.GotoAsync(path);
        await LookAsync(tab.Page, path, $"desktop-{colors}");

        var result = await tab.Page.RunAxe();

        Assert.Empty(result.Violations.SelectMany(violation => violation.Nodes.Select(node => $"{violation.Impact} {violation.Id}: {node.Html}")));
        // Pages that say what is wrong with an address answer so; what they load must still load.
        Assert.DoesNotContain(tab.Complaints, text => !text.EndsWith(path, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_OnAPhone_DoesNotScrollSideways(string path, ColorScheme colors)
    {
        await using var tab = await site.OpenAsync(colors, width: 390);
        await tab.Page.GotoAsync(path);
        await LookAsync(tab.Page, path, $"phone-{colors}");

        var overflow = await tab.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

        Assert.Equal(0, overflow);
    }

    private static async Task LookAsync(IPage page, string path, string view)
    {
        if (LiveSite.Screenshots is { } folder)
        {
            var name = string.Concat(path.Trim('/').Select(c => char.IsLetterOrDigit(c) ? c : '-'));
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{(name.Length == 0 ? "start" : name)}-{view}.png"), FullPage = true });
        }
    }
}
