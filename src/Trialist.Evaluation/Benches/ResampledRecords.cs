using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Trialist.Evaluation.Benches;

/// <summary>Makes as many whole records as a bench needs out of real ones, as <see cref="ResampledStudies"/> does with studies: each part is taken whole from a record drawn at random.</summary>
/// <param name="sources">Real v2 records, one a line.</param>
/// <param name="seed">The same seed makes the same records.</param>
public sealed class ResampledRecords(IReadOnlyList<string> sources, int seed)
{
    /// <summary>Numbers of studies have eight digits.</summary>
    public const int Most = 10_000_000;

    private const int FirstNumber = 10_000_001;
    private const string Protocol = "protocolSection";
    private const string Identification = "identificationModule";

    // Title, conditions and treatments stay together; these modules come from other records, those of one row from the same.
    private static readonly string[][] Drawn =
    [
        ["descriptionModule", "outcomesModule"],
        ["eligibilityModule", "designModule"],
        ["contactsLocationsModule", "sponsorCollaboratorsModule", "statusModule"],
    ];

    private readonly Parts[] parts = [.. sources.Select(Parts.Of)];

    /// <summary>The records, one a line.</summary>
    /// <exception cref="TrialistException">There is nothing to draw from.</exception>
    public IEnumerable<string> Take(int count)
    {
        if (parts.Length == 0)
        {
            throw new TrialistException("There are no studies to make a bench of: name files of v2 records, one a line, with --source.");
        }

        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var subject = parts[random.Next(parts.Length)];
            var modules = new Dictionary<string, string>(subject.Modules, StringComparer.Ordinal) { [Identification] = Renamed(subject.Modules[Identification], FirstNumber + i) };
            foreach (var names in Drawn)
            {
                var other = parts[random.Next(parts.Length)];
                foreach (var name in names)
                {
                    modules.Remove(name);
                    if (other.Modules.TryGetValue(name, out var drawn))
                    {
                        modules[name] = drawn;
                    }
                }
            }

            yield return Parts.Written(subject.Sections, modules);
        }
    }

    private static string Renamed(string identification, int number)
    {
        var module = JsonNode.Parse(identification)!.AsObject();
        module["nctId"] = $"NCT{number}";
        module.Remove("nctIdAliases");
        return module.ToJsonString();
    }

    /// <summary>A record by its parts, each as JSON.</summary>
    /// <param name="Sections">The sections but the protocol.</param>
    /// <param name="Modules">The modules of the protocol.</param>
    private sealed record Parts(IReadOnlyDictionary<string, string> Sections, IReadOnlyDictionary<string, string> Modules)
    {
        public static Parts Of(string record)
        {
            using var json = JsonDocument.Parse(record);
            return new Parts(Raw(json.RootElement.EnumerateObject().Where(section => section.Name != Protocol)), Raw(json.RootElement.GetProperty(Protocol).EnumerateObject()));
        }

        public static string Written(IReadOnlyDictionary<string, string> sections, Dictionary<string, string> modules)
        {
            var text = new StringBuilder($"{{\"{Protocol}\":{{");
            Join(text, modules);
            text.Append('}');
            if (sections.Count > 0)
            {
                text.Append(',');
                Join(text, sections);
            }

            return text.Append('}').ToString();
        }

        private static void Join(StringBuilder text, IReadOnlyDictionary<string, string> parts) =>
            text.AppendJoin(',', parts.Select(part => $"\"{part.Key}\":{part.Value}"));

        private static Dictionary<string, string> Raw(IEnumerable<JsonProperty> properties) => properties.ToDictionary(property => property.Name, property => property.Value.GetRawText(), StringComparer.Ordinal);
    }
}
