using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Trialist.Web.Tests;

/// <summary>Bodies over the limit, before the real server: the one in memory does not count.</summary>
public sealed class BodyLimitTests : IAsyncLifetime
{
    private const int TooLarge = (16 * 1024 * 1024) + 1;

    private readonly string folder = Directory.CreateTempSubdirectory("trialist-limit-").FullName;
    private WebApplication app = null!;

    [Theory]
    [InlineData("/api/v1/match", "text/plain", "What was sent is too large.")]
    [InlineData("/getClinicalTrial", "application/json", "too large")]
    public async Task Body_OverTheLimit_IsTheSendersMistake(string path, string type, string said)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(new byte[TooLarge]) };
        request.Content.Headers.ContentType = new(type);
        request.Headers.ExpectContinue = true; // so that the refusal comes before the bytes
        using var response = await client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Contains(said, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync()
    {
        app = TrialistWeb.Build(new TrialistWebOptions { DataFolder = folder, Urls = "http://127.0.0.1:0" });
        await app.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
