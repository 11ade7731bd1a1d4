namespace Trialist.Web.Api;

/// <summary>The public address, where a request is at hand.</summary>
internal static class PublicAddressOfRequest
{
    /// <summary>Scheme, host and port of the site, for links that must be whole.</summary>
    public static string PublicRoot(this HttpRequest request) => Address(request).RootOf(request);

    /// <summary>What stands before the path in a link of a page: empty where the site's name is not known, so that the link belongs to the page's own address.</summary>
    public static string PageRoot(this HttpRequest request) => Address(request).KnownRootOf(request) ?? "";

    private static PublicAddress Address(HttpRequest request) => request.HttpContext.RequestServices.GetRequiredService<PublicAddress>();
}
