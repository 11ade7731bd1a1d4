using System.Text.Json.Nodes;
using Trialist.Search.Areas;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>The search areas with the weights of their pieces.</summary>
internal static class SearchAreasRoute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/studies/search-areas", Answer);

    private static JsonArray Answer(HttpRequest request)
    {
        _ = new ApiParameters(request);
        return [new JsonObject { ["name"] = "Study", ["areas"] = new JsonArray([.. SearchArea.All.Select(AreaOf)]) }];
    }

    private static JsonObject AreaOf(SearchArea area)
    {
        var node = new JsonObject { ["name"] = area.Name };
        if (area.Parameter.Length > 0)
        {
            node["param"] = $"query.{area.Parameter}";
        }

        node["parts"] = new JsonArray([.. area.Parts.GroupBy(part => part.Group).Select(group => PartOf([.. group]))]);
        return node;
    }

    private static JsonObject PartOf(AreaPart[] parts) => new()
    {
        ["pieces"] = new JsonArray([.. parts.Select(part => JsonValue.Create(part.Piece))]),
        ["type"] = PieceTable.Find(parts[0].Piece)!.Type,
        ["weight"] = parts[0].Weight,
        ["isEnum"] = parts[0].IsEnum,
        ["isSynonyms"] = parts[0].HasSynonyms,
    };
}
