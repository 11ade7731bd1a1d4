namespace Trialist.Web;

/// <summary>The addresses to listen on: checked before the start, and a clear sentence when one cannot be had.</summary>
internal static class ListenAddresses
{
    public static string[] Parse(string urls)
    {
        var parts = urls.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0)
        {
            throw new UsageException("--urls names no address: expected one such as http://127.0.0.1:5080.");
        }

        foreach (var part in parts)
        {
            // Kestrel takes http://*:5080 and http://+:5080 for "every address", which is no URI.
            var probe = part.Replace("://*", "://0.0.0.0", StringComparison.Ordinal).Replace("://+", "://0.0.0.0", StringComparison.Ordinal);
            if (!Uri.TryCreate(probe, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || uri.PathAndQuery != "/")
            {
                throw new UsageException($"'{part}' is not an address to listen on: expected one such as http://127.0.0.1:5080 (https is left to a proxy in front).");
            }
        }

        return parts;
    }

    public static async Task StartAsync(WebApplication app, string urls, CancellationToken cancellation)
    {
        try
        {
            await app.StartAsync(cancellation);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new TrialistException($"Another program listens on {urls} already: stop it or choose another port with --urls http://127.0.0.1:5081.", e);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException or UnauthorizedAccessException)
        {
            throw new TrialistException($"{urls} cannot be listened on: {e.Message}", e);
        }
    }
}
