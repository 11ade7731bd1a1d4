namespace Trialist.Web.Api;

/// <summary>The address under which this site was asked for.</summary>
internal static class PublicAddress
{
    public static string PublicRoot(this HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
