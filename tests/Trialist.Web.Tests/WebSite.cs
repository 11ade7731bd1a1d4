using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Trialist.Registry;
using Trialist.Web.Tests;

[assembly: AssemblyFixture(typeof(WebSite))]

namespace Trialist.Web.Tests;

/// <summary>The site in memory over the demo registry, on a fixed day; shared by all tests, which only read.</summary>
public sealed class WebSite : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("trialist-web-").FullName;
    private WebApplication app = null!;

    public SharedLog Log { get; } = new();

    public HttpClient Client { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero));
        app = TrialistWeb.Build(new TrialistWebOptions { DataFolder = folder, Clock = clock, Log = Log }, builder => builder.WebHost.UseTestServer());
        await DemoRegistry.LoadIfEmptyAsync(app.Services.GetRequiredService<StudyRegistry>(), clock.GetUtcNow(), CancellationToken.None);
        foreach (var records in new[] { SampleStudies.All, SampleStudies.Later })
        {
            await app.Services.GetRequiredService<StudyRegistry>().AddAsync(records, StudyOrigin.Demo, clock.GetUtcNow(), CancellationToken.None);
        }

        await app.StartAsync();
        Client = app.GetTestClient();
    }

    /// <summary>The registry behind the site.</summary>
    public StudyRegistry Registry => app.Services.GetRequiredService<StudyRegistry>();

    /// <summary>The page at an address, as a browser would parse it.</summary>
    public async Task<IHtmlDocument> PageAsync(string path, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await Client.GetAsync(path);
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        return await new HtmlParser().ParseDocumentAsync(await response.Content.ReadAsStreamAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
