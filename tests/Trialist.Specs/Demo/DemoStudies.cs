using System.Text.Json;
using Trialist.Testing;

namespace Trialist.Specs.Demo;

/// <summary>The files of data/demo, read once.</summary>
internal static class DemoStudies
{
    /// <summary>The one study of the demo registry that exists.</summary>
    public const string RealStudy = "NCT04599543";

    private static readonly Lazy<IReadOnlyDictionary<string, JsonElement>> Loaded = new(Load);

    public static IEnumerable<string> Names => Loaded.Value.Keys;

    /// <summary>One row a study, for theories.</summary>
    public static TheoryData<string> Rows => [.. Names];

    /// <summary>One row a fictional study.</summary>
    public static TheoryData<string> FictionalRows => [.. Names.Where(name => name != RealStudy)];

    public static IEnumerable<JsonElement> All => Loaded.Value.Values;

    public static JsonElement Get(string name) => Loaded.Value[name];

    public static JsonElement Protocol(string name) => Get(name).GetProperty("protocolSection");

    /// <summary>The element at a dotted path; null where a step is missing.</summary>
    public static JsonElement? At(JsonElement from, string path)
    {
        foreach (var step in path.Split('.'))
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(step, out from))
            {
                return null;
            }
        }

        return from;
    }

    public static string? Text(JsonElement from, string path) => At(from, path)?.GetString();

    public static JsonElement[] Items(JsonElement from, string path) => At(from, path)?.EnumerateArray().ToArray() ?? [];

    /// <summary>Every property of a study, at any depth, with its dotted path (array steps left out).</summary>
    public static IEnumerable<(string Path, JsonElement Value)> Walk(JsonElement from, string path = "")
    {
        if (from.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in from.EnumerateObject())
            {
                var inner = path.Length == 0 ? property.Name : $"{path}.{property.Name}";
                yield return (inner, property.Value);
                foreach (var deeper in Walk(property.Value, inner))
                {
                    yield return deeper;
                }
            }
        }
        else if (from.ValueKind == JsonValueKind.Array)
        {
            foreach (var deeper in from.EnumerateArray().SelectMany(item => Walk(item, path)))
            {
                yield return deeper;
            }
        }
    }

    private static SortedDictionary<string, JsonElement> Load()
    {
        var studies = new SortedDictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("data", "demo"), "*.json"))
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            studies.Add(Path.GetFileNameWithoutExtension(file), document.RootElement.Clone());
        }

        return studies;
    }
}
