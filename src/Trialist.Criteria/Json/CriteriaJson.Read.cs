using System.Globalization;
using System.Text.Json;

namespace Trialist.Criteria.Json;

/// <content>Reading documents back.</content>
public static partial class CriteriaJson
{
    /// <summary>No real predicate nests deeper; a deeper document is refused before it can exhaust the stack.</summary>
    private const int DeepestDocument = 128;

    /// <summary>Reads a document that <see cref="Write(CriteriaDocument, string, bool)"/> wrote.</summary>
    /// <exception cref="FormatException">The JSON is no criteria document.</exception>
    public static CriteriaDocument Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = DeepestDocument });
            var root = document.RootElement;
            return new CriteriaDocument(
                root.GetProperty("textLength").GetInt32(),
                List(root, "criteria", ReadCriterion),
                List(root, "diagnostics", ReadDiagnostic));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new FormatException($"This is no criteria document: {e.Message}", e);
        }
    }

    /// <summary>Reads a predicate that <see cref="WritePredicate"/> wrote.</summary>
    public static Predicate ReadPredicate(JsonElement json)
    {
        var span = ReadSpan(json.GetProperty("span"));
        if (json.TryGetProperty("all", out _))
        {
            return new Predicate.All(List(json, "all", ReadPredicate)) { Span = span };
        }

        if (json.TryGetProperty("any", out _))
        {
            return new Predicate.Any(List(json, "any", ReadPredicate)) { Span = span };
        }

        if (json.TryGetProperty("atLeast", out var count))
        {
            return new Predicate.AtLeast(count.GetInt32(), List(json, "of", ReadPredicate)) { Span = span };
        }

        if (json.TryGetProperty("not", out var denied))
        {
            return new Predicate.Not(ReadPredicate(denied)) { Span = span };
        }

        return Text(json, "type") switch
        {
            "judgement" => new Predicate.Judgement { Span = span, Wording = Text(json, "name") is { } said and not "judgement" ? said : null },
            "unread" => new Predicate.Unread(Text(json, "reason") ?? "") { Span = span },
            var type => ReadLeaf(json, Words.Parse<LeafType>(type), span),
        };
    }

    private static Predicate.Leaf ReadLeaf(JsonElement json, LeafType type, TextSpan span)
    {
        var name = Text(json, "concept") ?? Text(json, "name") ?? "";
        var min = ReadBound(json, "min");
        var max = ReadBound(json, "max");
        return new Predicate.Leaf(type, new Concept(name, List(json, "codes", code => new Code(Words.Parse<CodeSystem>(Text(code, "system")), Text(code, "code") ?? ""))))
        {
            Span = span,
            Bounds = min is null && max is null ? null : new Bounds(min, max, Text(json, "unit")),
            When = json.TryGetProperty("when", out var when) ? ReadWhen(when) : null,
            Except = json.TryGetProperty("except", out var except) ? ReadPredicate(except) : null,
            Wording = Text(json, "wording"),
            Qualifiers = List(json, "qualifiers", item => new Qualifier(Words.Parse<QualifierKind>(Text(item, "kind")), Text(item, "value") ?? "") { OfClass = item.TryGetProperty("ofClass", out var ofClass) && ofClass.ValueKind == JsonValueKind.True }),
        };
    }

    internal static Criterion ReadCriterion(JsonElement json) => new(
        Text(json, "id") ?? "",
        Words.Parse<CriterionKind>(Text(json, "kind")),
        ReadSpan(json.GetProperty("span")),
        Text(json, "text") ?? "")
    {
        Parent = Text(json, "parent"),
        Combine = json.TryGetProperty("combine", out var combine) ? ReadCombine(combine) : null,
        Reading = Text(json, "reading") is { } reading ? Words.Parse<Reading>(reading) : null,
        Predicate = json.GetProperty("predicate") is { ValueKind: JsonValueKind.Object } predicate ? ReadPredicate(predicate) : null,
        Unread = List(json, "unread", item => new UnreadWords(ReadSpan(item.GetProperty("span")), Text(item, "reason") ?? "")),
        Correction = json.TryGetProperty("corrected", out var corrected) ? ReadCorrection(corrected) : null,
    };

    private static Correction ReadCorrection(JsonElement json) =>
        new(Text(json, "by") ?? "", DateOnly.ParseExact(Text(json, "on") ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture), Text(json, "why"));

    private static Combine? ReadCombine(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => new Combine.AtLeast(json.GetProperty("atLeast").GetInt32()),
        _ => json.GetString() == "any" ? new Combine.Any() : new Combine.All(),
    };

    private static Diagnostic ReadDiagnostic(JsonElement json) => new(
        Text(json, "id") ?? "",
        Words.Parse<DiagnosticSeverity>(Text(json, "severity")),
        Text(json, "message") ?? "",
        List(json, "criteria", item => item.GetString() ?? ""),
        List(json, "spans", ReadSpan));

    private static TimeWindow ReadWhen(JsonElement json) => new(
        Words.Parse<TimeRelation>(Text(json, "relation")),
        json.TryGetProperty("min", out var min) ? ReadDuration(min) : null,
        json.TryGetProperty("max", out var max) ? ReadDuration(max) : null,
        List(json, "longerOf", ReadDuration),
        Text(json, "anchor"));

    private static Duration ReadDuration(JsonElement json) => new(
        json.GetProperty("value").GetDecimal(),
        Text(json, "unit") ?? "",
        !json.TryGetProperty("inclusive", out var inclusive) || inclusive.GetBoolean());

    private static Bound? ReadBound(JsonElement json, string name) =>
        json.TryGetProperty(name, out var bound) ? new Bound(bound.GetProperty("value").GetDecimal(), bound.GetProperty("inclusive").GetBoolean()) : null;

    private static TextSpan ReadSpan(JsonElement json) => new(json[0].GetInt32(), json[1].GetInt32());

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static ValueList<T> List<T>(JsonElement json, string name, Func<JsonElement, T> read) =>
        json.TryGetProperty(name, out var array) && array.ValueKind == JsonValueKind.Array ? array.EnumerateArray().Select(read).ToValueList() : [];
}
