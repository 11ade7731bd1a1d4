using System.Globalization;
using System.Text.Json.Nodes;
using Trialist.Registry;
using Trialist.Search.Pieces;
using Trialist.Search.Statistics;

namespace Trialist.Web.Api.V2;

/// <summary>Statistics of what studies say, by field.</summary>
internal static class FieldStatsRoutes
{
    private const int TopSizes = 10;

    // All fields at once share the memory that a few may have.
    private const int MostDistinctOfAll = 20_000;
    private const int MostDistinctOfSome = 1_000_000;
    private const int SomeFields = 20;

    private static readonly string[] Types = ["ENUM", "STRING", "DATE", "INTEGER", "NUMBER", "BOOLEAN"];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet($"{CtgovApi.Prefix}/stats/field/values", ValuesAsync);
        routes.MapGet($"{CtgovApi.Prefix}/stats/fieldValues", ValuesAsync); // the registry's former spelling
        routes.MapGet($"{CtgovApi.Prefix}/stats/field/sizes", SizesAsync);
    }

    private static async Task<JsonArray> ValuesAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var parameters = ChosenStudies.Parameters(request, "types", "fields");
        var types = parameters.List("types") ?? [];
        if (types.FirstOrDefault(type => !Types.Contains(type, StringComparer.Ordinal)) is { } unknown)
        {
            throw ApiParameters.Invalid("types", unknown).Meaning(unknown, Types);
        }

        var pieces = Fields(parameters, piece => TypeOf(piece) is not null).Where(piece => types.Count == 0 || types.Contains(TypeOf(piece), StringComparer.Ordinal)).ToList();
        var among = await ChosenStudies.OfAsync(parameters, registry, cancellation);
        var index = await registry.IndexAsync(cancellation);
        var values = ChosenStudies.Run(() => index.Statistics(pieces.FindAll(piece => TypeOf(piece) != "STRING"), among)).ToDictionary(statistics => statistics.Piece.Name, StringComparer.Ordinal);
        var texts = await TextsAsync(registry, pieces.FindAll(piece => TypeOf(piece) == "STRING"), among is null ? null : ChosenStudies.Ids(index, among), cancellation);
        var dates = new WrittenDates(index, registry, among);
        var answer = new JsonArray();
        foreach (var piece in pieces)
        {
            answer.Add(texts.TryGetValue(piece.Name, out var text) ? OfText(text) : OfValues(await AsWrittenAsync(values[piece.Name], dates, cancellation)));
        }

        return answer;
    }

    private static async Task<PieceStatistics> AsWrittenAsync(PieceStatistics statistics, WrittenDates dates, CancellationToken cancellation) => statistics with
    {
        Least = statistics.Least is { } least ? await dates.OfAsync(statistics.Piece, least, cancellation) : null,
        Greatest = statistics.Greatest is { } greatest ? await dates.OfAsync(statistics.Piece, greatest, cancellation) : null,
    };

    private static async Task<JsonArray> SizesAsync(HttpRequest request, StudyRegistry registry, CancellationToken cancellation)
    {
        var parameters = ChosenStudies.Parameters(request, "fields");
        var index = await registry.IndexAsync(cancellation);
        var among = await ChosenStudies.OfAsync(parameters, registry, cancellation);
        return [.. ChosenStudies.Run(() => index.Sizes([.. Fields(parameters, piece => piece.IsList)], among)).Select(OfSizes)];
    }

    private static IEnumerable<Piece> Fields(ApiParameters parameters, Func<Piece, bool> fits)
    {
        if (parameters.List("fields") is not { } fields)
        {
            return PieceTable.All.Where(piece => !piece.IsIndexedOnly && fits(piece));
        }

        return fields.Count == 0
            ? throw ApiRefusal.BadRequest("Parameter 'fields' must not be empty")
            : fields.Select(field => PieceTable.Find(field) is { } piece && fits(piece) ? piece : throw ApiRefusal.NotFound($"Unknown piece name of field path: {field}").Meaning(field, PieceTable.All.Where(fits).Select(known => known.Name))).Distinct();
    }

    private static async Task<Dictionary<string, TextStatistics>> TextsAsync(StudyRegistry registry, List<Piece> pieces, HashSet<NctId>? among, CancellationToken cancellation)
    {
        if (pieces.Count == 0)
        {
            return [];
        }

        var reader = new TextStatisticsReader(pieces, pieces.Count <= SomeFields ? MostDistinctOfSome : MostDistinctOfAll);
        await foreach (var study in registry.Store.AllAsync(cancellation))
        {
            if (among?.Contains(study.NctId) != false)
            {
                reader.Add(study.NctId, study.Json.Span);
            }
        }

        return reader.Statistics.ToDictionary(statistics => statistics.Piece.Name, StringComparer.Ordinal);
    }

    // Null for what has no statistics: structures and points.
    private static string? TypeOf(Piece piece) => piece.Kind switch
    {
        PieceKind.Text or PieceKind.Markup or PieceKind.Time => "STRING",
        PieceKind.Enum => "ENUM",
        PieceKind.Date => "DATE",
        PieceKind.Number => piece.Type == "number" ? "NUMBER" : "INTEGER",
        PieceKind.Boolean => "BOOLEAN",
        PieceKind.Structure or PieceKind.Point => null,
    };

    private static JsonObject Head(Piece piece, int missing) => new() { ["type"] = TypeOf(piece), ["piece"] = piece.Name, ["field"] = piece.Path, ["missingStudiesCount"] = missing };

    private static JsonObject OfText(TextStatistics text)
    {
        var node = Head(text.Piece, text.Missing);
        node["uniqueValuesCount"] = text.Distinct;
        node["topValues"] = Counts(text.Top);
        if (text.Longest is { } longest)
        {
            node["longest"] = new JsonObject { ["length"] = longest.Value.Length, ["nctId"] = longest.Study.ToString(), ["value"] = longest.Value };
        }

        return node;
    }

    private static JsonObject OfValues(PieceStatistics statistics)
    {
        var node = Head(statistics.Piece, statistics.Missing);
        switch (statistics.Piece.Kind)
        {
            case PieceKind.Enum:
                node["uniqueValuesCount"] = statistics.Values.Count;
                node["topValues"] = Counts(statistics.Values);
                break;
            case PieceKind.Boolean:
                node["trueCount"] = statistics.Values.FirstOrDefault(value => value.Value == "true")?.Studies ?? 0;
                node["falseCount"] = statistics.Values.FirstOrDefault(value => value.Value == "false")?.Studies ?? 0;
                break;
            case PieceKind.Date:
                node["formats"] = new JsonArray([.. FormatsOf(statistics.Piece).Select(format => JsonValue.Create(format))]);
                Put(node, "min", statistics.Least, text => JsonValue.Create(text));
                Put(node, "max", statistics.Greatest, text => JsonValue.Create(text));
                break;
            default:
                Put(node, "min", statistics.Least, Number);
                Put(node, "max", statistics.Greatest, Number);
                if (statistics.Mean is { } mean)
                {
                    node["avg"] = Math.Round(mean, 4);
                }

                break;
        }

        return node;
    }

    private static JsonObject OfSizes(SizeStatistics statistics)
    {
        var node = new JsonObject { ["piece"] = statistics.Piece.Name, ["field"] = statistics.Piece.Path, ["uniqueSizesCount"] = statistics.Sizes.Count };
        if (!statistics.Sizes.IsEmpty)
        {
            node["minSize"] = statistics.Sizes.Min(size => size.Size);
            node["maxSize"] = statistics.Sizes.Max(size => size.Size);
            node["topSizes"] = new JsonArray([.. statistics.Sizes.Take(TopSizes).Select(size => new JsonObject { ["size"] = size.Size, ["studiesCount"] = size.Studies })]);
        }

        return node;
    }

    // By the type of the field; which of them records use is not counted.
    private static string[] FormatsOf(Piece piece) => piece.Type switch
    {
        "PartialDate" => ["yyyy", "yyyy-MM", "yyyy-MM-dd"],
        "DateTimeMinutes" => ["yyyy-MM-dd'T'HH:mm"],
        _ => ["yyyy-MM-dd"],
    };

    private static JsonArray Counts(IEnumerable<ValueCount> values) => [.. values.Select(value => new JsonObject { ["value"] = value.Value, ["studiesCount"] = value.Studies })];

    private static JsonValue Number(string text) => JsonValue.Create(decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture));

    private static void Put(JsonObject node, string name, string? text, Func<string, JsonValue> value)
    {
        if (text is not null)
        {
            node[name] = value(text);
        }
    }
}
