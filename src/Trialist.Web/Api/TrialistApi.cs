using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Trialist.Web.Api.V2;

namespace Trialist.Web.Api;

/// <summary>Routes for programs.</summary>
internal static class TrialistApi
{
    public static void AddTrialistApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddCtgovApi();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase));
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // answers are application/json with nosniff, never HTML
        });
        services.AddOpenApi("v1", openApi => openApi.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "Trialist";
            document.Info.Version = "v1";
            document.Info.Description = "Clinical studies: search, suggestions and records. Errors are problem+json. Not a medical device.";
            document.Servers?.Clear();
            return Task.CompletedTask;
        }));
    }

    public static void MapTrialistApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi("/openapi/{documentName}.json");
        var v1 = routes.MapGroup("/api/v1");
        StudiesApi.Map(routes, v1);
        SearchApi.Map(v1);
        ChangesApi.Map(v1);
        MatchApi.Map(v1);
        ScreenApi.Map(v1);
        FhirApi.Map(routes);
        FilesApi.Map(routes);
        routes.MapCtgovApi();
    }
}
