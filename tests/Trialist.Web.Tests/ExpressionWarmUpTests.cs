namespace Trialist.Web.Tests;

public sealed class ExpressionWarmUpTests(WebSite site)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)] // the site is stopped before anything was searched
    public async Task Search_IsRun_OrGivenUpWithoutAnError(bool stopped)
    {
        using var stopping = new CancellationTokenSource();
        if (stopped)
        {
            await stopping.CancelAsync();
        }

        var error = await Record.ExceptionAsync(() => ExpressionWarmUp.RunAsync(site.Registry, stopping.Token));

        Assert.Null(error);
    }
}
