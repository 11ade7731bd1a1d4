using System.Text.Json.Nodes;
using Trialist.Registry;

namespace Trialist.Web.Api.V2;

/// <summary>Statistics of the records' sizes.</summary>
internal static class SizeRoute
{
    private const int Largest = 20;

    private static readonly int[] Percentiles = [1, 5, 25, 50, 75, 95, 99];
    private static readonly (string Name, int Until)[] Ranges =
    [
        ("<1KB", 1 << 10), ("1KB-5KB", 5 << 10), ("5KB-10KB", 10 << 10), ("10KB-50KB", 50 << 10), ("50KB-100KB", 100 << 10), ("100KB-500KB", 500 << 10), ("500KB-1MB", 1 << 20), (">=1MB", int.MaxValue),
    ];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet($"{CtgovApi.Prefix}/stats/size", AnswerAsync);

    private static async Task<JsonObject> AnswerAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var among = await ChosenStudies.OfAsync(ChosenStudies.Parameters(request), registry, cancellation);
        var chosen = among is null ? null : ChosenStudies.Ids(await registry.IndexAsync(cancellation), among);
        var sizes = new List<(NctId Id, int Bytes)>();
        await foreach (var size in registry.Store.SizesAsync(cancellation))
        {
            if (chosen?.Contains(size.Id) != false)
            {
                sizes.Add(size);
            }
        }

        sizes.Sort((left, right) => left.Bytes.CompareTo(right.Bytes));
        return new JsonObject
        {
            ["totalStudies"] = sizes.Count,
            ["averageSizeBytes"] = sizes.Count == 0 ? 0 : (int)Math.Round(sizes.Average(size => (double)size.Bytes)),
            ["percentiles"] = new JsonObject(sizes.Count == 0 ? [] : Percentiles.Select(percent => KeyValuePair.Create($"{percent}", (JsonNode?)sizes[Math.Max(0, (int)Math.Ceiling(percent / 100.0 * sizes.Count) - 1)].Bytes))),
            ["ranges"] = new JsonArray([.. Counts(sizes)]),
            ["largestStudies"] = new JsonArray([.. sizes.AsEnumerable().Reverse().Take(Largest).Select(size => new JsonObject { ["id"] = size.Id.ToString(), ["sizeBytes"] = size.Bytes })]),
        };
    }

    private static IEnumerable<JsonObject> Counts(List<(NctId Id, int Bytes)> sizes)
    {
        var from = 0;
        foreach (var (name, until) in Ranges)
        {
            yield return new JsonObject { ["sizeRange"] = name, ["studiesCount"] = sizes.Count(size => size.Bytes >= from && size.Bytes < until) };
            from = until;
        }
    }
}
