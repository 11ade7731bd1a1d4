using System.Text.Json;

namespace Trialist.Web.Studies;

/// <summary>A protocol, analysis plan or consent form that the sponsor posted in the registry.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Date">Its date as written; null when not given.</param>
/// <param name="Url">Where the registry keeps it.</param>
internal sealed record StudyDocument(string Label, string? Date, string Url)
{
    public static IReadOnlyList<StudyDocument> Read(NctId id, ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return Read(id, document.RootElement);
    }

    public static IReadOnlyList<StudyDocument> Read(NctId id, JsonElement record)
    {
        if (!record.TryGetProperty("documentSection", out var section) || section.ValueKind != JsonValueKind.Object
            || !section.TryGetProperty("largeDocumentModule", out var module) || module.ValueKind != JsonValueKind.Object
            || !module.TryGetProperty("largeDocs", out var docs) || docs.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return [.. docs.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object && Text(entry, "filename") is not null).Select(entry => new StudyDocument(
            Text(entry, "label") ?? "Document", Text(entry, "date"), Address(id, Text(entry, "filename")!)))];
    }

    // The registry's document server sorts studies by the last two digits of their number.
    private static string Address(NctId id, string file) =>
        $"https://cdn.clinicaltrials.gov/large-docs/{id.Number % 100:00}/{id}/{Uri.EscapeDataString(file)}";

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
