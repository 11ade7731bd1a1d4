using System.Text.Json.Nodes;

namespace Trialist.Web.Tests;

public sealed class ExpressionWarmUpTests(WebSite site)
{
    [Fact]
    public async Task Search_IsRun_AsARequestWouldRunIt()
    {
        var found = await ExpressionWarmUp.RunAsync(site.Registry, CancellationToken.None);
        var answer = JsonNode.Parse(await site.Client.GetStringAsync($"/api/v2/studies?query.term={Uri.EscapeDataString(ExpressionWarmUp.Text)}&fields=NCTId&countTotal=true"))!;

        Assert.NotNull(found);
        Assert.NotEmpty(found.Studies);
        Assert.Equal((int)answer["totalCount"]!, found.Total);
        Assert.Equal(answer["studies"]!.AsArray().Select(study => (string)study!["protocolSection"]!["identificationModule"]!["nctId"]!), found.Studies.Select(study => study.ToString()));
    }

    [Fact]
    public async Task Search_IsGivenUp_WhenTheSiteIsStopped()
    {
        using var stopping = new CancellationTokenSource();
        await stopping.CancelAsync();

        Assert.Null(await ExpressionWarmUp.RunAsync(site.Registry, stopping.Token));
    }
}
