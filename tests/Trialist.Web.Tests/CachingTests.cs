using System.Text;
using Trialist.Registry;

namespace Trialist.Web.Tests;

/// <summary>Which answers are kept, and for how long.</summary>
public sealed class CachingTests(WebSite site)
{
    [Theory]
    [InlineData("/search?q=leukemia&page=1")]
    [InlineData("/")]
    [InlineData("/conditions")]
    [InlineData("/api/v1/search?q=leukemia")]
    public async Task AnswerOfTheFinder_AskedForTwice_IsKept(string path)
    {
        using var first = await site.Client.GetAsync(path);
        using var second = await site.Client.GetAsync(path);
        Assert.NotNull(second.Headers.Age); // only an answer from the cache has an age
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.GetValues("Content-Security-Policy"), second.Headers.GetValues("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("/match")]
    [InlineData("/saved?ids=NCT99000001")]
    [InlineData("/search?age=old")] // refused
    [InlineData("/health")]
    public async Task AnswerThatIsNotForEverybody_IsNeverKept(string path)
    {
        using var first = await site.Client.GetAsync(path);
        using var second = await site.Client.GetAsync(path);
        Assert.Null(second.Headers.Age);
    }

    [Fact]
    public async Task MatchOfAPerson_IsNeverKept()
    {
        for (var i = 0; i < 2; i++)
        {
            using var note = new StringContent("A 54 year old woman with leukemia.", Encoding.UTF8, "text/plain");
            using var answer = await site.Client.PostAsync("/api/v1/match", note);
            Assert.Null(answer.Headers.Age);
        }
    }

    [Fact]
    public async Task KeptSearch_AfterAPublish_ShowsTheNewStudy()
    {
        var own = new WebSite();
        await own.InitializeAsync();
        const string Path = "/search?q=Quokka";
        await own.PageAsync(Path);
        Assert.DoesNotContain("NCT09999999", (await own.PageAsync(Path)).Body!.TextContent, StringComparison.Ordinal);

        var record = Encoding.UTF8.GetBytes("""{"protocolSection":{"identificationModule":{"nctId":"NCT09999999","briefTitle":"Quokka study"},"statusModule":{"overallStatus":"RECRUITING"}}}""");
        await own.Registry.AddAsync([record], StudyOrigin.Demo, DateTimeOffset.UnixEpoch, CancellationToken.None);
        var found = false;
        for (var tries = 0; !found && tries < 100; tries++)
        {
            await Task.Delay(100); // what is published is seen within a second or two
            found = (await own.PageAsync(Path)).Body!.TextContent.Contains("NCT09999999", StringComparison.Ordinal);
        }

        Assert.True(found);
        await own.DisposeAsync();
    }
}
