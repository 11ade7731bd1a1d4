namespace Trialist.Web.Api.V2;

/// <summary>The OpenAPI description of these routes.</summary>
internal static class DescriptionRoute
{
    // The registry serves its own at the first of these, in YAML; tools also try the others.
    private static readonly string[] AsYaml = ["/api/oas/v2", "/api/oas/v2.yaml", "/api/oas/v2/ctg-oas-v2.yaml", $"{CtgovApi.Prefix}/openapi.yaml"];
    private static readonly string[] AsJson = [$"{CtgovApi.Prefix}/openapi.json", "/api/oas/v2.json"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (var address in AsYaml)
        {
            routes.MapGet(address, () => TypedResults.Bytes(ApiDescription.Yaml, "application/yaml; charset=utf-8"));
        }

        foreach (var address in AsJson)
        {
            routes.MapGet(address, () => TypedResults.Bytes(ApiDescription.Json, "application/json"));
        }
    }
}
