using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Trialist.Web.Caching;

/// <summary>Tells caches on the way that a packed and a plain answer differ, also where this one is plain because its reader unpacks nothing: the compression says so only of the others.</summary>
internal sealed class VaryByEncoding(RequestDelegate next, IOptions<ResponseCompressionOptions> compression)
{
    private readonly HashSet<string> types = new(compression.Value.MimeTypes, StringComparer.OrdinalIgnoreCase);

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var response = context.Response;
            if (IsPacked(response) && !response.Headers.Vary.ToString().Contains(HeaderNames.AcceptEncoding, StringComparison.OrdinalIgnoreCase))
            {
                response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    // An answer without a body, "not modified", must vary as the one with it.
    private bool IsPacked(HttpResponse response) =>
        response.StatusCode == StatusCodes.Status304NotModified
        || (MediaTypeHeaderValue.TryParse(response.ContentType, out var type) && types.Contains(type.MediaType.ToString()));
}
