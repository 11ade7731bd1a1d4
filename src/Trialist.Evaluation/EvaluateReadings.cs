using System.Text;
using System.Text.Json;
using Trialist.Criteria;
using Trialist.Evaluation.Readings;
using Trialist.Evaluation.Scoring;
using Trialist.Registry;

namespace Trialist.Evaluation;

/// <summary><c>evaluate readings</c>: how well whole criteria of real studies are cut into leaves, against readings by hand.</summary>
public static class EvaluateReadings
{
    /// <summary>Compares the engine's readings with those of a file.</summary>
    /// <param name="path">NDJSON of hand readings.</param>
    /// <param name="store">The registry that holds the studies.</param>
    /// <param name="errors">Where to list the criteria that differ; null for nowhere.</param>
    /// <param name="json">True for JSON, false for a table.</param>
    /// <param name="output">Where the figures go.</param>
    /// <param name="cancellation">Stops between studies.</param>
    public static async Task RunAsync(string path, IStudyStore store, string? errors, bool json, TextWriter output, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            throw new TrialistException($"There is no file '{path}'.");
        }

        await using var list = errors is null ? null : new StreamWriter(errors);
        var figures = default(ReadingFigures);
        var missing = new List<NctId>();
        foreach (var hand in HandReadingFile.Read(path))
        {
            if ((await store.FindAsync(hand.NctId, cancellation))?.Study.Eligibility is { Text: { } text } rules)
            {
                figures += ReadingScorer.Score(hand, text, CriteriaReader.Default.Read(text, rules), list is null ? null : list.WriteLine);
            }
            else
            {
                missing.Add(hand.NctId);
            }
        }

        Print(figures, missing, json, output);
    }

    private static void Print(ReadingFigures figures, List<NctId> missing, bool json, TextWriter output)
    {
        (string Name, string Label, Score Score)[] rows =
        [
            ("criteriaFound", "criteria found", figures.Criteria),
            ("numericLeaves", "numeric leaves", figures.Numeric),
            ("conceptLeaves", "concept leaves", figures.Concepts),
            ("readingClass", "reading class right", figures.Class),
            ("fullExact", "full, exactly as by hand", figures.Full),
        ];
        if (json)
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
            {
                writer.WriteStartObject();
                writer.WriteNumber("studies", figures.Studies);
                writer.WriteStartArray("notInRegistry");
                missing.ForEach(id => writer.WriteStringValue(id.ToString()));
                writer.WriteEndArray();
                foreach (var (name, _, score) in rows)
                {
                    ScoreJson.Write(writer, name, score);
                }

                writer.WriteEndObject();
            }

            output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
            return;
        }

        output.WriteLine($"{figures.Studies} studies compared{(missing.Count == 0 ? "" : $", {missing.Count} not in the registry: {string.Join(", ", missing)}")}");
        foreach (var (_, label, score) in rows)
        {
            output.WriteLine($"  {label,-25} {score}");
        }
    }
}
