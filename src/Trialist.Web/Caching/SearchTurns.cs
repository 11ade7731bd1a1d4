namespace Trialist.Web.Caching;

/// <summary>
/// Makes pages of the finder one after another, as many at once as there are processors, in the order in which they were asked for. Pages made all at once would each be ready
/// when the last one is, and a cheap one would wait for every dear one. What is kept is answered without a turn.
/// </summary>
/// <remarks>It stands inside <see cref="Assets.ConditionalPages"/>: there a page is written to memory, so that no turn waits for a slow reader.</remarks>
internal sealed class SearchTurns(RequestDelegate next) : IDisposable
{
    private readonly SemaphoreSlim free = new(Environment.ProcessorCount);

    public async Task InvokeAsync(HttpContext context)
    {
        if (PublicPages.PageOf(context.Request.Path) is null)
        {
            await next(context);
            return;
        }

        await free.WaitAsync(context.RequestAborted);
        try
        {
            await next(context);
        }
        finally
        {
            free.Release();
        }
    }

    public void Dispose() => free.Dispose();
}
