using System.Text.Json;

namespace Trialist.Evaluation.Verdicts;

/// <summary>Reads NDJSON of <c>{annotation_id, note, criterion_type, criterion_text, expert_eligibility}</c>, compressed with zstd when its name ends so.</summary>
internal static class VerdictFile
{
    public static IEnumerable<VerdictPair> Read(string path) =>
        LabelledLines.Read(path).Select(entry => Parse(path, entry.Number, entry.Line));

    private static VerdictPair Parse(string path, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var kind = root.GetProperty("criterion_type").GetString() switch
            {
                "inclusion" => CriterionKind.Inclusion,
                "exclusion" => CriterionKind.Exclusion,
                _ => throw new InvalidOperationException(),
            };
            return new VerdictPair(
                root.GetProperty("annotation_id").GetInt64(), root.GetProperty("note").GetString()!, kind, root.GetProperty("criterion_text").GetString()!,
                root.TryGetProperty("expert_eligibility", out var label) && label.ValueKind == JsonValueKind.String ? label.GetString() : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new TrialistException($"Line {number} of '{Path.GetFileName(path)}' is no pair with annotation_id, note, criterion_type and criterion_text.", e);
        }
    }
}
