using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace Trialist.Web.Observability;

/// <summary>What an operator sees: log, metrics, health.</summary>
internal static class TrialistObservability
{
    public static void AddTrialistObservability(this IServiceCollection services, TrialistWebOptions options)
    {
        services.AddSerilog(log =>
        {
            log.MinimumLevel.Information()
                .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
                // A port that is taken is told in one sentence by the command; the host would log its stack trace before.
                .MinimumLevel.Override("Microsoft.Extensions.Hosting.Internal.Host", LogEventLevel.Fatal)
                .MinimumLevel.Override("System", LogEventLevel.Warning);
            if (options.Log is { } writer)
            {
                log.WriteTo.Sink(new CompactJsonSink(writer, new RenderedCompactJsonFormatter()));
            }
        }, preserveStaticLogger: true); // two sites in one process have a log each
        services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService("trialist")).WithMetrics(metrics => metrics
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
            .AddPrometheusExporter());
        services.AddHealthChecks().AddCheck<RegistryHealth>("registry", tags: ["ready"]);
    }

    /// <summary>One line a request: the route's template, never the query string, which may hold what a patient typed.</summary>
    public static void UseTrialistLog(this IApplicationBuilder app) => app.UseSerilogRequestLogging(log =>
    {
        log.Logger = app.ApplicationServices.GetRequiredService<Serilog.ILogger>();
        log.MessageTemplate = "{RequestMethod} {Route} answered {StatusCode} in {Elapsed:0.0} ms";
        log.GetLevel = (context, _, error) => error is not null || context.Response.StatusCode >= 500 ? LogEventLevel.Error : LogEventLevel.Information;
        log.EnrichDiagnosticContext = (diagnostics, context) =>
            diagnostics.Set("Route", RouteOf(context));
        log.GetMessageTemplateProperties = (context, _, elapsed, status) =>
        [
            new LogEventProperty("RequestMethod", new ScalarValue(context.Request.Method)),
            new LogEventProperty("StatusCode", new ScalarValue(status)),
            new LogEventProperty("Elapsed", new ScalarValue(elapsed)),
        ];
    });

    // The start page's template is empty.
    private static string RouteOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { Length: > 0 } template } ? template : Caching.PublicPages.PageOf(context.Request.Path) ?? "(none)";

    public static void MapTrialistObservability(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks("/health", Answering(_ => true));
        routes.MapHealthChecks("/health/live", Answering(_ => false));
        routes.MapHealthChecks("/health/ready", Answering(check => check.Tags.Contains("ready")));
        routes.MapPrometheusScrapingEndpoint("/metrics");
    }

    private static HealthCheckOptions Answering(Func<HealthCheckRegistration, bool> checks) => new()
    {
        Predicate = checks,
        ResponseWriter = static (context, report) => context.Response.WriteAsJsonAsync(new
        {
            status = report.Status == HealthStatus.Unhealthy ? "not ready" : "ready",
            live = true,
            checks = report.Entries.Select(entry => new { name = entry.Key, status = entry.Value.Status.ToString(), entry.Value.Description }),
        }),
    };
}
