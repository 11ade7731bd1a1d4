using System.Net;
using System.Net.Sockets;

namespace Trialist.Web;

/// <summary>The addresses to listen on: checked before the start, and a clear sentence when one cannot be had.</summary>
internal static class ListenAddresses
{
    private const int FirstOpenPort = 1024;

    public static string[] Parse(string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
        {
            throw new UsageException("--urls names no address: expected one such as http://127.0.0.1:5080.");
        }

        foreach (var part in parts)
        {
            if (!Uri.TryCreate(OnOneHost(part), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            {
                throw new UsageException($"'{part}' is not an address to listen on: expected one such as http://127.0.0.1:5080 (https is left to a proxy in front).");
            }
        }

        return parts;
    }

    /// <summary>An address as a URI: Kestrel takes http://*:5080 and http://+:5080 for "every address", which is none.</summary>
    public static string OnOneHost(string url) => url.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);

    /// <summary>Tries each address before any work is done for a site that could not be reached.</summary>
    /// <exception cref="TrialistException">Another program listens there.</exception>
    public static void CheckFree(string urls)
    {
        foreach (var url in Parse(urls))
        {
            // Names other than localhost stand for every address of the machine; the start itself says what is wrong with them.
            if (Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Port > 0 && (uri.IsLoopback ? IPAddress.Loopback : IPAddress.TryParse(uri.Host, out var named) ? named : null) is { } address)
            {
                using var probe = new TcpListener(address, uri.Port);
                try
                {
                    probe.Start();
                }
                catch (SocketException e) when (e.SocketErrorCode == SocketError.AddressAlreadyInUse)
                {
                    throw Taken(urls, e);
                }
                catch (SocketException)
                {
                    // The start will say it better.
                }
            }
        }
    }

    public static async Task StartAsync(WebApplication app, string urls, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw Taken(urls, e);
        }
        catch (Exception e) when (e is IOException or SocketException or UnauthorizedAccessException)
        {
            throw new TrialistException($"{urls} cannot be listened on: {e.Message.TrimEnd('.')}.{Advice(urls, e)}", e);
        }
    }

    private static string Advice(string urls, Exception e) =>
        (e as SocketException ?? e.InnerException as SocketException)?.SocketErrorCode == SocketError.AccessDenied && Parse(urls).Any(url => Uri.TryCreate(OnOneHost(url), UriKind.Absolute, out var uri) && uri.Port < FirstOpenPort)
            ? $" Ports below {FirstOpenPort} are kept for the system: choose another, such as --urls http://127.0.0.1:5080, and let a proxy stand in front."
            : "";

    private static TrialistException Taken(string urls, Exception e) =>
        new($"Another program listens on {urls} already: stop it or choose another port with --urls http://127.0.0.1:5081.", e);
}
