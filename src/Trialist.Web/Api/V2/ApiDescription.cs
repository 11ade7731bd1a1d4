using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>The OpenAPI description: routes and small schemas from a file, the schemas of a study from the table of data pieces, each under the registry's name of its type.</summary>
internal static class ApiDescription
{
    private const string PointType = "GeoPoint";

    private static readonly Lazy<byte[]> MadeJson = new(() => JsonSerializer.SerializeToUtf8Bytes(Make()));
    private static readonly Lazy<byte[]> MadeYaml = new(() => Encoding.UTF8.GetBytes(YamlText.Of(Make())));

    /// <summary>The description as UTF-8 JSON.</summary>
    public static byte[] Json => MadeJson.Value;

    /// <summary>The description as UTF-8 YAML.</summary>
    public static byte[] Yaml => MadeYaml.Value;

    private static JsonNode Make()
    {
        using var stream = typeof(ApiDescription).Assembly.GetManifestResourceStream("api-v2.json")!;
        var document = JsonNode.Parse(stream)!;
        var schemas = document["components"]!["schemas"]!.AsObject();
        schemas["Study"] = Structure(PieceTable.ChildrenOf(null));
        foreach (var structures in PieceTable.All.Where(piece => piece is { Kind: PieceKind.Structure, IsIndexedOnly: false }).GroupBy(piece => piece.Type, StringComparer.Ordinal))
        {
            // One type in several places has the same parts, but for some that are pieces in one of them only.
            schemas[structures.Key] = Structure(structures.SelectMany(PieceTable.ChildrenOf).DistinctBy(piece => piece.Field, StringComparer.Ordinal));
        }

        schemas[PointType] = Point();
        foreach (var type in EnumType.All)
        {
            schemas[type.Name] = new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. type.Values.Select(value => JsonValue.Create(value.Value))]) };
        }

        return document;
    }

    private static JsonObject Structure(IEnumerable<Piece> pieces) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(pieces.Where(piece => !piece.IsIndexedOnly).Select(piece => KeyValuePair.Create(piece.Field, (JsonNode?)SchemaOf(piece)))),
    };

    private static JsonObject SchemaOf(Piece piece)
    {
        var schema = piece.Kind switch
        {
            PieceKind.Structure or PieceKind.Enum or PieceKind.Point => new JsonObject { ["$ref"] = $"#/components/schemas/{piece.Type}" },
            PieceKind.Number => new JsonObject { ["type"] = "integer" },
            PieceKind.Boolean => new JsonObject { ["type"] = "boolean" },
            PieceKind.Text or PieceKind.Markup or PieceKind.Date or PieceKind.Time => new JsonObject { ["type"] = "string" },
        };
        return piece.IsList ? new JsonObject { ["type"] = "array", ["items"] = schema } : schema;
    }

    private static JsonObject Point() => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { ["lat"] = new JsonObject { ["type"] = "number" }, ["lon"] = new JsonObject { ["type"] = "number" } },
        ["required"] = new JsonArray("lat", "lon"),
    };
}
