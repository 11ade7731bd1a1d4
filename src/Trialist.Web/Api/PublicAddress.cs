using System.Net;

namespace Trialist.Web.Api;

/// <summary>The address of this site in links that must be whole: the one that was given, else the one that was asked for where it is known to be ours, else the one that is listened on.</summary>
/// <remarks>The Host of a request is whatever its sender writes: an unknown one would put another site's address into pages and feeds that others are sent.</remarks>
internal sealed class PublicAddress
{
    private readonly string? given;
    private readonly string listening;
    private readonly HashSet<string> ours = new(StringComparer.OrdinalIgnoreCase) { "localhost", Environment.MachineName };

    /// <exception cref="UsageException">The public address is none.</exception>
    public PublicAddress(TrialistWebOptions options)
    {
        given = options.PublicUrl is { } url ? Parse(url) : null;
        var addresses = ListenAddresses.Parse(options.Urls).Select(address => new Uri(ListenAddresses.OnOneHost(address))).ToList();
        listening = Written(addresses[0].Scheme, addresses[0].Host is "0.0.0.0" or "[::]" ? "localhost" : addresses[0].Host, addresses[0].IsDefaultPort ? null : addresses[0].Port);
        ours.UnionWith(addresses.Select(address => address.Host));
    }

    /// <summary>Scheme, host and port of the site.</summary>
    public string RootOf(HttpRequest request) => KnownRootOf(request) ?? ListenedOn(request.HttpContext.Connection) ?? listening;

    /// <summary>As <see cref="RootOf"/>; null where the request came under a name that is not known to be ours.</summary>
    public string? KnownRootOf(HttpRequest request) =>
        given ?? (IsOurs(request.Host.Host, request.HttpContext.Connection) ? Written(request.Scheme, request.Host.Host, request.Host.Port) : null);

    private bool IsOurs(string host, ConnectionInfo connection) =>
        ours.Contains(host) || (IPAddress.TryParse(host, out var address) && (IPAddress.IsLoopback(address) || address.Equals(Plain(connection.LocalIpAddress))));

    private static string? ListenedOn(ConnectionInfo connection) =>
        Plain(connection.LocalIpAddress) is { } address ? Written(Uri.UriSchemeHttp, new UriBuilder { Host = address.ToString() }.Host, connection.LocalPort) : null;

    private static IPAddress? Plain(IPAddress? address) => address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;

    private static string Written(string scheme, string host, int? port) => $"{scheme}://{host}{(port is { } number ? $":{number}" : "")}";

    private static string Parse(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? uri.GetLeftPart(UriPartial.Authority)
            : throw new UsageException($"'{url}' is not the public address of a site: expected one such as https://trials.example.org, without a path.");
}
