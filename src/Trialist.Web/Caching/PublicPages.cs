using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Trialist.Registry;
using Trialist.Web.Api;
using Trialist.Web.Assets;

namespace Trialist.Web.Caching;

/// <summary>Which answers are kept: those of the finder, which are the same for everybody and hold nothing about a person. Pages that take a person or a saved list are never kept.</summary>
/// <remarks>An answer is kept for one state of the registry: its key names the state, and what was kept of older states is let go.</remarks>
internal sealed class PublicPages(StudyRegistry registry, IOutputCacheStore store, PublicAddress address) : IOutputCachePolicy
{
    // How stale a record is and what "new" means move with the day, not with the minute.
    private static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(10);

    private static readonly string[] Finder = ["/search", "/search.atom", "/expert", "/locations", "/conditions", "/glossary", "/api/v1/search", "/api/v1/suggest", "/api/v1/places"];

    private readonly Lock moving = new();
    private object? index;
    private long state = -1;
    private string tag = "";

    public async ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) || PageOf(request.Path) is null)
        {
            return;
        }

        context.Tags.Add(await StateAsync(cancellation));
        context.CacheVaryByRules.CacheKeyPrefix = context.Tags.First();
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = "Accept-Encoding";
        context.CacheVaryByRules.VaryByValues["root"] = address.RootOf(request); // feeds hold it
        context.ResponseExpirationTimeSpan = KeptFor;
        (context.EnableOutputCaching, context.AllowCacheLookup, context.AllowCacheStorage, context.AllowLocking) = (true, true, true, true);
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        context.AllowCacheStorage = response.StatusCode == StatusCodes.Status200OK && !ConditionalPages.IsPrivate(response) && StringValues.IsNullOrEmpty(response.Headers.SetCookie);
        return ValueTask.CompletedTask;
    }

    /// <summary>The page of the finder that a path belongs to; null for all other paths. What is kept is answered before it is routed, so the log has no better name for it.</summary>
    internal static string? PageOf(PathString path) => path == "/" ? "/" : Array.Find(Finder, page => path.StartsWithSegments(page, StringComparison.OrdinalIgnoreCase));

    // A name for the state of the index that a search sees now; what belongs to the state before is let go.
    private async ValueTask<string> StateAsync(CancellationToken cancellation)
    {
        var current = await registry.IndexAsync(cancellation);
        string? old = null;
        lock (moving)
        {
            if (!ReferenceEquals(current, index) || current.Version != state)
            {
                (old, index, state) = (tag, current, current.Version);
                tag = Guid.NewGuid().ToString("N");
            }
        }

        if (old is { Length: > 0 })
        {
            await store.EvictByTagAsync(old, cancellation);
        }

        return tag;
    }
}
