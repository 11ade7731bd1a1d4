using System.Text.Json;

namespace Trialist.Evaluation.Criteria;

/// <summary>Reads a corpus file: NDJSON of <c>{doc, text, ann}</c>, compressed with zstd when its name ends so.</summary>
internal static class AnnotatedFile
{
    public static IEnumerable<AnnotatedDocument> Read(string corpus, string path) =>
        LabelledLines.Read(path).Select(entry => Parse(corpus, path, entry.Number, entry.Line));

    private static AnnotatedDocument Parse(string corpus, string path, int number, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            return new AnnotatedDocument(corpus, root.GetProperty("doc").GetString()!, root.GetProperty("text").GetString()!,
                root.TryGetProperty("ann", out var annotations) ? annotations.GetString() : null);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new TrialistException($"Line {number} of '{Path.GetFileName(path)}' is not a corpus document with doc and text.", e);
        }
    }
}
