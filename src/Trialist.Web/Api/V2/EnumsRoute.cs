using System.Text.Json.Nodes;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>The fixed lists of values.</summary>
internal static class EnumsRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/studies/enums", Answer);

    private static JsonArray Answer(HttpRequest request)
    {
        _ = new ApiParameters(request);
        return [.. EnumType.All.Select(type => new JsonObject
        {
            ["type"] = type.Name,
            ["pieces"] = new JsonArray([.. type.Pieces.Select(piece => JsonValue.Create(piece.Name))]),
            ["values"] = new JsonArray([.. type.Values.Select(value => new JsonObject { ["value"] = value.Value, ["legacyValue"] = value.Label })]),
        })];
    }
}
