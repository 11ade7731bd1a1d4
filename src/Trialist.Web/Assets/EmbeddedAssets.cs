using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Trialist.Web.Assets;

/// <summary>The style sheet, scripts, fonts and pictures, carried in the program itself so that they are found from any working directory.</summary>
/// <remarks>An address names the content by its hash and may be kept for ever; the same file without the hash must be asked for again.</remarks>
internal static class EmbeddedAssets
{
    private const string Prefix = "wwwroot/";
    private static readonly FileExtensionContentTypeProvider Types = new();

    private static readonly FrozenDictionary<string, Asset> Files = typeof(EmbeddedAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Prefix.Length..], Load, StringComparer.Ordinal);

    /// <summary>True when the file was built in; front-end packages are missing from a build without npm.</summary>
    public static bool Has(string path) => Files.ContainsKey(path);

    /// <summary>The address of a file, with its hash.</summary>
    public static string Url(string path) => $"/assets/{path}?v={Files[path].Hash}";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/assets/{**path}", Serve).ExcludeFromDescription();
        routes.MapGet("/favicon.ico", () => Serve("favicon.svg", null)).ExcludeFromDescription();
    }

    private static IResult Serve(string path, string? v)
    {
        if (!Files.TryGetValue(path, out var file))
        {
            return TypedResults.NotFound();
        }

        return new CachedFile(file, v == file.Hash ? "public, max-age=31536000, immutable" : "public, no-cache");
    }

    private static Asset Load(string name)
    {
        using var stream = typeof(EmbeddedAssets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        var type = Types.TryGetContentType(name, out var found) ? found : "application/octet-stream";
        return new Asset(bytes, type, Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 6)));
    }

    private sealed record Asset(byte[] Bytes, string Type, string Hash);

    private sealed class CachedFile(Asset file, string cacheControl) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.Headers.CacheControl = cacheControl;
            return TypedResults.Bytes(file.Bytes, file.Type, entityTag: new EntityTagHeaderValue($"\"{file.Hash}\"")).ExecuteAsync(httpContext);
        }
    }
}
