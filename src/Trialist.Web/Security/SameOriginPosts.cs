using Trialist.Web.Api;
using Trialist.Web.Api.V2;

namespace Trialist.Web.Security;

/// <summary>Refuses a form that another site sent. There are no cookies and so no antiforgery tokens: the browser itself says where a request comes from.</summary>
/// <remarks>Programs send neither header and pass; browsers have sent <c>Origin</c> with every POST since 2020. See https://developer.mozilla.org/docs/Web/HTTP/Headers/Sec-Fetch-Site.</remarks>
internal sealed class SameOriginPosts(RequestDelegate next, PublicAddress address)
{
    public Task InvokeAsync(HttpContext context)
    {
        // The registry's routes take no such methods, and say so to pages of every site.
        if (IsSafe(context.Request.Method) || CtgovApi.IsUnder(context.Request.Path) || IsOurs(context.Request))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("This form was sent from another site. Open the page here and send it again.");
    }

    private static bool IsSafe(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    private bool IsOurs(HttpRequest request)
    {
        // Browsers since 2023 say it themselves; scripts cannot set this header.
        if (request.Headers["Sec-Fetch-Site"] is [{ } site])
        {
            return site is "same-origin" or "none";
        }

        // A proxy in front may speak https to the browser and http to us, so only host and port are compared.
        return request.Headers.Origin is not [{ } origin]
            || string.Equals(origin, address.KnownRootOf(request), StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
