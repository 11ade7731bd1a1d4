using System.Text.Json;
using ZstdSharp;

namespace Trialist.Evaluation.Criteria;

/// <summary>Reads a corpus file: NDJSON of <c>{doc, text, ann}</c>, compressed with zstd when its name ends so.</summary>
internal static class AnnotatedFile
{
    public static IEnumerable<AnnotatedDocument> Read(string corpus, string path)
    {
        if (!File.Exists(path))
        {
            throw new TrialistException($"There is no file '{path}'.");
        }

        using var raw = File.OpenRead(path);
        using Stream stream = path.EndsWith(".zst", StringComparison.OrdinalIgnoreCase) ? new DecompressionStream(raw) : raw;
        using var reader = new StreamReader(stream);
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > 0)
            {
                yield return Parse(corpus, path, number, line);
            }
        }
    }

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
