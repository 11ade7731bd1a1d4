using System.Text;
using System.Text.Json;
using Trialist.Evaluation.Criteria;

namespace Trialist.Evaluation;

/// <summary><c>evaluate criteria</c>: how well the engine reads the annotated corpora.</summary>
public static class EvaluateCriteria
{
    /// <summary>Reads the corpora, writes the dump, then scores where there are annotations.</summary>
    /// <param name="leaf">File of the Leaf corpus; null to leave it out.</param>
    /// <param name="chia">File of the Chia corpus; null to leave it out.</param>
    /// <param name="dump">Where to write what was read, one document a line; null for nowhere.</param>
    /// <param name="errors">Where to list what was missed, invented or half right, tab-separated; null for nowhere.</param>
    /// <param name="json">True for JSON, false for a table.</param>
    /// <param name="output">Where the figures go.</param>
    public static void Run(string? leaf, string? chia, string? dump, string? errors, bool json, TextWriter output)
    {
        if (leaf is null && chia is null)
        {
            throw new UsageException("Nothing to evaluate: name a corpus with --leaf FILE or --chia FILE.");
        }

        var runs = new List<(string Corpus, List<(AnnotatedDocument, Predictions)> Run)>();
        foreach (var (corpus, path) in new[] { ("leaf", leaf), ("chia", chia) })
        {
            if (path is not null)
            {
                runs.Add((corpus, CriteriaEvaluation.Predict(corpus, path)));
            }
        }

        if (dump is not null)
        {
            using var file = File.Create(dump);
            foreach (var (_, run) in runs)
            {
                CriteriaEvaluation.Dump(file, run);
            }
        }

        using var list = errors is null ? null : new StreamWriter(errors);
        var evaluation = new CriteriaEvaluation(list is null ? null : list.WriteLine);
        Print([.. runs.Select(entry => evaluation.Score(entry.Corpus, entry.Run))], json, output);
    }

    private static void Print(List<CriteriaFigures> corpora, bool json, TextWriter output)
    {
        if (json)
        {
            using var buffer = new MemoryStream();
            using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
            {
                CriteriaFiguresJson.Write(writer, corpora);
            }

            output.WriteLine(Encoding.UTF8.GetString(buffer.ToArray()));
            return;
        }

        foreach (var figures in corpora)
        {
            output.WriteLine($"{figures.Corpus}: {figures.Documents} documents");
            if (!figures.HasGold)
            {
                output.WriteLine("  The file has no annotations, so no figure can be given.");
                continue;
            }

            output.WriteLine($"  comparisons found  {figures.Found}");
            if (figures.Whole is { } whole)
            {
                output.WriteLine($"  comparisons whole  {whole}");
            }

            foreach (var (type, score) in figures.Entities)
            {
                output.WriteLine($"  {type,-17}  {score}");
            }

            if (!figures.Entities.IsEmpty)
            {
                output.WriteLine($"  all entities       {figures.AllEntities}");
            }
        }
    }
}
