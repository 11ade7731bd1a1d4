using Trialist.Registry;

namespace Trialist.Web.Api.V2;

/// <summary>What changed, beside the registry's routes, which have none for it: the same feed as <c>/api/v1/changes</c>.</summary>
internal static class ChangesRoute
{
    private const string Route = $"{CtgovApi.Prefix}/changes";
    private const int DefaultLimit = 100;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Route, AnswerAsync);

    private static async Task<ChangesApi.Changes> AnswerAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var parameters = new ApiParameters(request, "since", "after", "limit");
        var limit = parameters.Count("limit") ?? DefaultLimit;
        if (limit is < 1 or > ChangesApi.MostChanges)
        {
            throw ApiRefusal.BadRequest($"{ApiParameters.Invalid("limit", $"{limit}").Message}; 1 to {ChangesApi.MostChanges} changes are on a page");
        }

        long after = parameters.Count("after") ?? 0;
        if (parameters["since"] is { } since)
        {
            var from = ChangesApi.TimeOf(since) ?? throw ApiRefusal.BadRequest($"{ApiParameters.Invalid("since", since).Message}; a day or a time is expected, such as 2026-11-24 or 2026-11-24T12:00:00Z");
            after = Math.Max(after, await registry.Store.SequenceBeforeAsync(from, cancellation));
        }

        return await ChangesApi.ReadAsync(registry, after, limit, Route, cancellation);
    }
}
