using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Trialist.Web.Assets;

/// <summary>Gives every page an ETag of its content, and answers 304 to a browser that has it already.</summary>
internal sealed class ConditionalPages(RequestDelegate next)
{
    // What stands below these tags its answers itself, has none, or streams.
    private static readonly PathString[] OwnTags = ["/assets", "/metrics", Api.V2.CtgovApi.Prefix];

    // A page of the finder is as large as what the collector keeps apart and seldom clears: room for pages is used again.
    private const int MostSpare = 16;
    private const int LargestSpare = 1 << 20;

    private readonly ConcurrentQueue<MemoryStream> spare = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (!HttpMethods.IsGet(context.Request.Method) || OwnTags.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.Ordinal)))
        {
            await next(context);
            return;
        }

        var buffer = spare.TryDequeue(out var used) ? used : new MemoryStream();
        try
        {
            await AnswerAsync(context, buffer);
        }
        finally
        {
            Keep(buffer);
        }
    }

    private async Task AnswerAsync(HttpContext context, MemoryStream buffer)
    {
        var response = context.Response;
        var body = response.Body;
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

    private void Keep(MemoryStream buffer)
    {
        if (buffer.Capacity <= LargestSpare && spare.Count < MostSpare)
        {
            buffer.SetLength(0);
            spare.Enqueue(buffer);
        }
    }

    private static bool Has(HttpRequest request, string tag) =>
        EntityTagHeaderValue.TryParseList([.. request.Headers.IfNoneMatch.OfType<string>()], out var tags)
        && tags.Any(known => known.Tag == "*" || known.Compare(EntityTagHeaderValue.Parse(tag), useStrongComparison: false));
}
