using System.Text.Json;

namespace Trialist.Evaluation.Readings;

/// <summary>Reads hand readings: NDJSON, one study a line.</summary>
internal static class HandReadingFile
{
    public static IEnumerable<HandReading> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length > 0)
            {
                yield return Parse(path, number, line);
            }
        }
    }

    private static HandReading Parse(string path, int number, string line)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new HandReading(NctId.Parse(root.GetProperty("nctId").GetString()!),
                root.TryGetProperty("criteria", out var criteria) ? criteria.EnumerateArray().Select(Criterion).ToValueList() : []);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TrialistException($"Line {number} of '{Path.GetFileName(path)}' is not a hand reading: {e.Message}", e);
        }
    }

    private static HandCriterion Criterion(JsonElement element) => new(
        element.GetProperty("id").GetString()!,
        element.GetProperty("kind").GetString() switch { "inclusion" => CriterionKind.Inclusion, "exclusion" => CriterionKind.Exclusion, _ => CriterionKind.Note },
        element.GetProperty("lines")[0].GetInt32(),
        Text(element, "part"), Text(element, "reading"), Text(element, "logic"),
        element.GetProperty("leaves").EnumerateArray().Select(Leaf).ToValueList());

    private static FlatLeaf Leaf(JsonElement element) => new(
        element.GetProperty("type").GetString()!, element.GetProperty("name").GetString() ?? "", BoundOf(element, "min"), BoundOf(element, "max"), Text(element, "unit"),
        element.TryGetProperty("negated", out var negated) && negated.ValueKind == JsonValueKind.True,
        element.TryGetProperty("except", out var except) && except.ValueKind == JsonValueKind.True);

    private static Bound? BoundOf(JsonElement element, string side) =>
        element.TryGetProperty(side, out var bound) && bound.ValueKind == JsonValueKind.Object
            ? new Bound(bound.GetProperty("value").GetDecimal(), bound.GetProperty("inclusive").GetBoolean())
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
