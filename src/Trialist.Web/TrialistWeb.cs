using Trialist.Registry;
using Trialist.Web.Api;
using Trialist.Web.Observability;
using Trialist.Web.Security;

namespace Trialist.Web;

/// <summary>The site: pages for people and routes for programs over the registry of one data folder.</summary>
public static class TrialistWeb
{
    /// <summary>Builds the site without starting it.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="configure">A last word on the host, for tests; null for none.</param>
    /// <exception cref="TrialistException">The data folder cannot be used.</exception>
    public static WebApplication Build(TrialistWebOptions options, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(TrialistWeb).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Production",
        });
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateOnBuild, provider.ValidateScopes) = (true, true));
        builder.WebHost.UseUrls(ListenAddresses.Parse(options.Urls));
        builder.WebHost.ConfigureKestrel(RequestLimits.Apply);
        builder.Services.AddSingleton(options).AddSingleton(options.Clock).AddSingleton(new PublicAddress(options));
        builder.Services.AddSingleton(_ => StudyRegistry.Open(options.DataFolder, options.Clock));
        builder.Services.AddTrialistObservability(options);
        builder.Services.AddTrialistPages();
        builder.Services.AddTrialistApi();
        configure?.Invoke(builder);

        var app = builder.Build();
        app.UseTrialistLog();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<LongRequestLines>();
        app.UseMiddleware<SameOriginPosts>();
        app.UseTrialistPages();
        app.UseCors();
        app.MapTrialistApi();
        app.MapTrialistObservability();
        return app;
    }

    /// <summary>Runs the site until it is stopped.</summary>
    /// <param name="options">How it runs.</param>
    /// <param name="say">Takes one sentence a line for the person who started it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="TrialistException">The data folder cannot be used, or an address is taken.</exception>
    public static async Task RunAsync(TrialistWebOptions options, Action<string> say, CancellationToken cancellation)
    {
        ListenAddresses.CheckFree(options.Urls);
        await using var app = Build(options);
        var registry = app.Services.GetRequiredService<StudyRegistry>();
        if (await DemoRegistry.LoadIfEmptyAsync(registry, options.Clock.GetUtcNow(), cancellation) is var loaded and > 0)
        {
            say($"The data folder was empty, so the demo registry was loaded: {loaded} studies, all but one made up. 'trialist sync' loads the real registry.");
        }

        await ListenAddresses.StartAsync(app, options.Urls, cancellation);
        say($"Trialist is ready: {string.Join(", ", app.Urls)} (Ctrl+C stops it; data in {options.DataFolder}).");
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(app.Lifetime.ApplicationStopping, cancellation);
        var warming = ExpressionWarmUp.RunAsync(registry, stopping.Token);
        var reading = CriteriaUpkeep.RunAsync(registry, say, options.Clock, stopping.Token);
        await app.WaitForShutdownAsync(cancellation);
        await stopping.CancelAsync();
        await warming;
        await reading;
    }
}
