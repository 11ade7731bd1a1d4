namespace Trialist.Web;

/// <summary>Answers HEAD as GET wherever GET is answered (RFC 9110, 9.3.2); routes of ASP.NET Core name their methods one by one. The server leaves the body out.</summary>
internal sealed class HeadRequests(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await next(context);
            if (context.Response is { HasStarted: false, Headers.Allow: [{ } allowed] } && allowed.Split(',', StringSplitOptions.TrimEntries) is var methods && methods.Contains(HttpMethods.Get) && !methods.Contains(HttpMethods.Head))
            {
                context.Response.Headers.Allow = $"{allowed}, {HttpMethods.Head}";
            }

            return;
        }

        context.Request.Method = HttpMethods.Get;
        try
        {
            await next(context);
        }
        finally
        {
            context.Request.Method = HttpMethods.Head;
        }
    }
}
