namespace Trialist.Web.Security;

/// <summary>Answers 414 with a sentence; the server itself would send no body.</summary>
internal sealed class LongRequestLines(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var length = context.Request.Path.Value!.Length + context.Request.QueryString.Value!.Length;
        if (length <= RequestLimits.RequestLine)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status414UriTooLong;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync($"The address has {length:N0} characters; at most {RequestLimits.RequestLine:N0} are taken: ask in several requests.");
    }
}
