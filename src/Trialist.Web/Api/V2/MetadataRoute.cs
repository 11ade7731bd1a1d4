using System.Text.Json.Nodes;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>The data pieces, as the tree of the record.</summary>
internal static class MetadataRoute
{
    // The one structure whose parts can be asked about together: SEARCH[Location].
    private const string SearchedByItem = "Location";

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/studies/metadata", Answer);

    private static JsonArray Answer(HttpRequest request)
    {
        var parameters = new ApiParameters(request, "includeIndexedOnly", "includeHistoricOnly");
        _ = parameters.Flag("includeHistoricOnly"); // no piece of ours is of the past only
        return NodesBelow(null, parameters.Flag("includeIndexedOnly"));
    }

    private static JsonArray NodesBelow(Piece? parent, bool indexedOnly) =>
        [.. PieceTable.ChildrenOf(parent).Where(piece => indexedOnly || !piece.IsIndexedOnly).Select(piece => NodeOf(piece, indexedOnly))];

    private static JsonObject NodeOf(Piece piece, bool indexedOnly)
    {
        var node = new JsonObject
        {
            ["name"] = piece.Field,
            ["piece"] = piece.Name,
            ["sourceType"] = piece.Kind switch
            {
                PieceKind.Structure => "STRUCT",
                PieceKind.Markup => "MARKUP",
                PieceKind.Enum => "ENUM",
                PieceKind.Date or PieceKind.Time => "DATE",
                PieceKind.Number => "NUMERIC",
                PieceKind.Boolean => "BOOLEAN",
                PieceKind.Point => "GEO",
                PieceKind.Text => "TEXT",
            },
            ["type"] = piece.IsList ? $"{piece.Type}[]" : piece.Type,
        };
        if (piece.Title is { } title)
        {
            node["title"] = title;
        }

        Flag(node, "isEnum", piece.Kind == PieceKind.Enum);
        Flag(node, "synonyms", piece.HasSynonyms);
        Flag(node, "nested", piece.Name == SearchedByItem);
        Flag(node, "indexedOnly", piece.IsIndexedOnly);
        if (!piece.IsLeaf)
        {
            node["children"] = NodesBelow(piece, indexedOnly);
        }

        return node;
    }

    private static void Flag(JsonObject node, string name, bool value)
    {
        if (value)
        {
            node[name] = true;
        }
    }
}
