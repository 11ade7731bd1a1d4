using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Trialist.Web.Assets;

/// <summary>The style sheet, scripts, fonts and pictures, carried in the program itself so that they are found from any working directory.</summary>
/// <remarks>An address names the content by its hash and may be kept for ever; the same file without the hash must be asked for again.</remarks>
internal static class EmbeddedAssets
{
    private const string Prefix = "wwwroot/";
    private const string Sheet = "site.css";
    private const string Fonts = "lib/fonts.css";
    private static readonly FileExtensionContentTypeProvider Types = new();

    private static readonly FrozenDictionary<string, Asset> Files = LoadAll();

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

    private static FrozenDictionary<string, Asset> LoadAll()
    {
        var files = typeof(EmbeddedAssets).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .ToDictionary(name => name[Prefix.Length..], name => Of(name, Read(name)), StringComparer.Ordinal);
        if (files.ContainsKey(Fonts))
        {
            files[Sheet] = Of(Sheet, WithFonts(files));
        }

        return files.ToFrozenDictionary(StringComparer.Ordinal);
    }

    // A page waits for one sheet instead of two, and a font that is named with its hash is never asked for again.
    private static byte[] WithFonts(Dictionary<string, Asset> files)
    {
        var fonts = Encoding.UTF8.GetString(files[Fonts].Bytes);
        foreach (var (path, font) in files.Where(file => file.Key.EndsWith(".woff2", StringComparison.Ordinal)))
        {
            fonts = fonts.Replace($"url({Path.GetFileName(path)})", $"url({path}?v={font.Hash})", StringComparison.Ordinal);
        }

        return [.. Encoding.UTF8.GetBytes(fonts), .. files[Sheet].Bytes];
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(EmbeddedAssets).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static Asset Of(string name, byte[] bytes)
    {
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
