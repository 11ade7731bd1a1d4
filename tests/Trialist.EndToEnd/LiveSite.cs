using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Trialist.EndToEnd;
using Trialist.Registry;
using Trialist.Web;

[assembly: AssemblyFixture(typeof(LiveSite))]

namespace Trialist.EndToEnd;

/// <summary>The site on a free port over the demo registry, and a Chromium to visit it with.</summary>
public sealed class LiveSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("trialist-browser-").FullName;
    private WebApplication app = null!;
    private IPlaywright playwright = null!;

    /// <summary>Where screenshots go, for looking at them; null for none.</summary>
    public static string? Screenshots { get; } = Environment.GetEnvironmentVariable("TRIALIST_SCREENSHOTS");

    public IBrowser Browser { get; private set; } = null!;

    public string Root { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        app = TrialistWeb.Build(new TrialistWebOptions { DataFolder = folder, Urls = "http://127.0.0.1:0" });
        await DemoRegistry.LoadIfEmptyAsync(app.Services.GetRequiredService<StudyRegistry>(), DateTimeOffset.UtcNow, CancellationToken.None);
        await app.StartAsync();
        Root = app.Urls.Single();
        playwright = await Playwright.CreateAsync();
        // Debian's own Chromium; without a user namespace its sandbox cannot start.
        Browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox"] });
    }

    /// <summary>A fresh tab. An error on the page's console fails the test that closes it.</summary>
    public async Task<Tab> OpenAsync(ColorScheme colors = ColorScheme.Light, int width = 1280, bool javaScript = true)
    {
        var context = await Browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = Root,
            ColorScheme = colors,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = javaScript,
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 844 : 800 },
        });
        context.SetDefaultTimeout(10_000);
        return new Tab(context, await context.NewPageAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
