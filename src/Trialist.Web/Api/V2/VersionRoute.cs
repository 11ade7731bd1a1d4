using System.Globalization;
using System.Text.Json.Nodes;
using Trialist.Registry;

namespace Trialist.Web.Api.V2;

/// <summary>Which API and which data.</summary>
internal static class VersionRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/version", AnswerAsync);

    private static async Task<JsonObject> AnswerAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        _ = new ApiParameters(request);
        var answer = new JsonObject { ["apiVersion"] = DataVersion.Api };
        if (await registry.Store.PublishedAtAsync(cancellation) is { } time)
        {
            answer["dataTimestamp"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);
        }

        return answer;
    }
}
