using Trialist.Screening;
using Trialist.Web.Api.V2;
using Trialist.Web.Security;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Trialist.Web.Assets;
using Trialist.Web.Caching;

namespace Trialist.Web;

/// <summary>Pages for people.</summary>
internal static class WebPages
{
    private const long MostKeptBytes = 64L << 20;
    private const long LargestKeptPage = 1L << 20;

    public static void AddTrialistPages(this IServiceCollection services)
    {
        services.AddRazorPages(pages =>
        {
            // No cookies, so no antiforgery tokens: SameOriginPosts does that work.
            pages.Conventions.ConfigureFilter(new IgnoreAntiforgeryTokenAttribute());
            pages.Conventions.ConfigureFilter(new HandledMethodsOnly());
        });
        // Nothing is protected, since there are no cookies; keys made at the start would only be written to the home folder.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        foreach (var warmUp in services.Where(service => service.ImplementationType?.Name == "DataProtectionHostedService").ToList())
        {
            services.Remove(warmUp);
        }

        services.AddRouting(routes => routes.LowercaseUrls = true);
        // Letters of every script are written as they are; only what HTML needs is escaped.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true; // no secrets and no cookies stand in an answer, so BREACH finds nothing
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml", "application/ld+json", "application/problem+json", "application/fhir+json", "application/x-research-info-systems", "text/csv"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddOutputCache(cache =>
        {
            cache.SizeLimit = MostKeptBytes;
            cache.MaximumBodySize = LargestKeptPage;
            cache.AddBasePolicy(kept => kept.AddPolicy<PublicPages>(), excludeDefaultPolicy: true);
        });
        services.AddSingleton<PublicPages>();
        services.AddScoped<Site>();
        services.AddSingleton<Screener>();
    }

    public static void UseTrialistPages(this WebApplication app)
    {
        app.UseMiddleware<VaryByEncoding>();
        app.UseOutputCache(); // outside the compression: what is kept is packed already
        app.UseResponseCompression();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/not-found",
            // A body over the limit, or one that breaks off, is the sender's mistake.
            StatusCodeSelector = failure => failure is BadHttpRequestException bad ? bad.StatusCode : StatusCodes.Status500InternalServerError,
            SuppressDiagnosticsCallback = failed => failed.Exception is BadHttpRequestException,
        });
        app.UseStatusCodePagesWithReExecute("/not-found", "?status={0}");
        app.UseMiddleware<PlainFailures>();
        app.UseMiddleware<HeadRequests>();
        app.UseMiddleware<ConditionalPages>();
        app.UseMiddleware<SearchTurns>();
        app.UseRouting();
        EmbeddedAssets.Map(app);
        app.MapRazorPages();
    }
}
