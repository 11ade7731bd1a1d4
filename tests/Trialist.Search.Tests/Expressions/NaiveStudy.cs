using System.Text.Json;
using Trialist.Search.Pieces;

namespace Trialist.Search.Tests.Expressions;

/// <summary>The values of one record, looked up by path: the plain way, for checking the index against.</summary>
internal sealed class NaiveStudy
{
    private readonly Dictionary<string, List<(int Site, string Value)>> values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> sizes = new(StringComparer.Ordinal);
    private readonly HashSet<string> held = new(StringComparer.Ordinal);

    public NaiveStudy(string record)
    {
        using var json = JsonDocument.Parse(record);
        Id = NctId.Parse(json.RootElement.GetProperty("protocolSection").GetProperty("identificationModule").GetProperty("nctId").GetString()!);
        foreach (var piece in PieceTable.All.Where(piece => !piece.IsIndexedOnly))
        {
            Walk(piece, json.RootElement, piece.Path.Split('.'), 0, -1);
        }
    }

    public NctId Id { get; }

    public int Sites { get; private set; }

    /// <summary>The values of a piece, at one site or (-1) anywhere.</summary>
    public IEnumerable<string> Values(string piece, int site) =>
        values.TryGetValue(piece, out var all) ? all.Where(value => site < 0 || value.Site == site).Select(value => value.Value) : [];

    public IEnumerable<int> Sizes(string piece) => sizes.GetValueOrDefault(piece, []);

    public bool Holds(string piece) => held.Contains(piece);

    private void Walk(Piece piece, JsonElement at, string[] path, int depth, int site)
    {
        if (at.ValueKind == JsonValueKind.Array)
        {
            if (depth == path.Length && at.GetArrayLength() > 0)
            {
                sizes.TryAdd(piece.Name, []);
                sizes[piece.Name].Add(at.GetArrayLength());
                held.Add(piece.Name);
            }

            var number = 0;
            foreach (var item in at.EnumerateArray())
            {
                Walk(piece, item, path, depth, path[depth - 1] == "locations" ? number++ : site);
            }

            Sites = path[depth - 1] == "locations" ? number : Sites;
        }
        else if (depth == path.Length && piece.Kind == PieceKind.Structure)
        {
            if (HoldsSomething(at))
            {
                held.Add(piece.Name);
            }
        }
        else if (depth == path.Length)
        {
            held.Add(piece.Name);
            values.TryAdd(piece.Name, []);
            values[piece.Name].Add((site, piece.Kind == PieceKind.Point ? $"{at.GetProperty("lat")},{at.GetProperty("lon")}" : at.ValueKind is JsonValueKind.True ? "true" : at.ValueKind is JsonValueKind.False ? "false" : at.ToString()));
        }
        else if (at.ValueKind == JsonValueKind.Object && at.TryGetProperty(path[depth], out var next))
        {
            Walk(piece, next, path, depth + 1, site);
        }
    }

    private static bool HoldsSomething(JsonElement at) => at.ValueKind switch
    {
        JsonValueKind.Object => at.EnumerateObject().Any(property => HoldsSomething(property.Value)),
        JsonValueKind.Array => at.GetArrayLength() > 0,
        _ => true,
    };
}
