using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Trialist.Web.Assets;

/// <summary>Gives every page an ETag of its content, and answers 304 to a browser that has it already.</summary>
internal sealed class ConditionalPages(RequestDelegate next)
{
    // What stands below these tags its answers itself, has none, or streams.
    private static readonly PathString[] OwnTags = ["/assets", "/metrics", Api.V2.CtgovApi.Prefix];

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || OwnTags.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            await next(context);
            return;
        }

        var response = context.Response;
        var body = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (response.HasStarted)
        {
            return;
        }

        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (response.StatusCode == StatusCodes.Status200OK && bytes.Length > 0 && !IsPrivate(response))
        {
            // Weak: compression changes the bytes, not the page.
            var tag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(bytes.Span).AsSpan(0, 12))}\"";
            response.Headers.ETag = tag;
            response.Headers.CacheControl = response.Headers.CacheControl.Count > 0 ? response.Headers.CacheControl : "no-cache";
            if (Has(context.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.ContentType = null;
                response.ContentLength = null;
                return;
            }
        }

        // Writing nothing would still start the answer, and the page for 404 could not be put in its place.
        if (bytes.Length > 0)
        {
            await body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    /// <summary>True for an answer that nobody but its reader may keep.</summary>
    internal static bool IsPrivate(HttpResponse response) => response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.Ordinal);

    private static bool Has(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(known => known.Tag == "*" || known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
