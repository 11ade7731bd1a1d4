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

    // Title, conditions and treatments stay together; these modules come from other records, those of one row from the same.
    private static readonly string[][] Drawn =
    [
        ["descriptionModule", "outcomesModule"],
        ["eligibilityModule", "designModule"],
        ["contactsLocationsModule", "sponsorCollaboratorsModule", "statusModule"],
    ];

    /// <summary>The records, one a line.</summary>
    /// <exception cref="TrialistException">There is nothing to draw from.</exception>
    public IEnumerable<string> Take(int count)
    {
        if (sources.Count == 0)
        {
            throw new TrialistException("There are no studies to make a bench of: name files of v2 records, one a line, with --source.");
        }

        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            JsonObject Draw() => JsonNode.Parse(sources[random.Next(sources.Count)])!.AsObject();
            var record = Draw();
            var protocol = record[Protocol]!.AsObject();
            var identification = protocol["identificationModule"]!.AsObject();
            identification["nctId"] = $"NCT{FirstNumber + i}";
            identification.Remove("nctIdAliases");
            foreach (var modules in Drawn)
            {
                var other = Draw()[Protocol]!.AsObject();
                foreach (var module in modules)
                {
                    protocol.Remove(module);
                    if (other[module] is { } drawn)
                    {
                        protocol[module] = drawn.DeepClone();
                    }
                }
            }

            yield return record.ToJsonString();
        }
    }
}
