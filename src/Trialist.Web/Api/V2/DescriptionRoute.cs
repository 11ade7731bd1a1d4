namespace Trialist.Web.Api.V2;

/// <summary>The OpenAPI description of these routes.</summary>
internal static class DescriptionRoute
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{CtgovApi.Prefix}/openapi.json", () => TypedResults.Bytes(ApiDescription.Json, "application/json"));

        // Where the registry serves its own, in YAML, of which JSON is a part.
        routes.MapGet("/api/oas/v2", () => TypedResults.Bytes(ApiDescription.Json, "application/yaml"));
    }
}
