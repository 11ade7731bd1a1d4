using Trialist.Criteria;
using Trialist.Evaluation.Scoring;

namespace Trialist.Evaluation.Criteria;

/// <summary>Reads annotated corpora, writes what was read, and only then looks at the annotations.</summary>
internal sealed class CriteriaEvaluation(Action<string>? report = null)
{
    /// <summary>The documents of a corpus with the engine's predictions on their text alone.</summary>
    public static List<(AnnotatedDocument Document, Predictions Predictions)> Predict(string corpus, string path) =>
        [.. AnnotatedFile.Read(corpus, path).Select(document => (document, Predictions.Of(CriteriaReader.Default.Read(document.Text), corpus)))];

    public static void Dump(Stream stream, IEnumerable<(AnnotatedDocument Document, Predictions Predictions)> run)
    {
        foreach (var (document, predictions) in run)
        {
            CriteriaDump.WriteLine(stream, document, predictions);
        }
    }

    /// <summary>Scores a run against the annotations of its documents.</summary>
    public CriteriaFigures Score(string corpus, IReadOnlyCollection<(AnnotatedDocument Document, Predictions Predictions)> run)
    {
        Score found = default, whole = default;
        var entities = new SortedDictionary<string, Score>(StringComparer.Ordinal);
        var isLeaf = corpus == "leaf";
        foreach (var (document, predictions) in run.Where(entry => entry.Document.Annotations is not null))
        {
            var gold = isLeaf ? LeafCorpus.Comparisons(document) : ChiaCorpus.Comparisons(document);
            var (score, missed, invented) = ComparisonScorer.Found(gold, predictions.Comparisons);
            found += score;
            Report(document, "missed", missed.Select(g => (g.Span, $"{string.Join('|', g.Variables)} {string.Join(' ', g.Numbers)}")));
            Report(document, "invented", invented.Select(p => (p.Span, $"{p.Type} {p.Name} {p.Bounds}")));
            if (isLeaf)
            {
                var (wholeScore, wrong, _) = ComparisonScorer.Whole(gold, predictions.Comparisons);
                whole += wholeScore;
                Report(document, "not whole", wrong.Except(missed).Select(g => (g.Span, $"{string.Join('|', g.Variables)} {g.Operator} {string.Join(' ', g.Numbers)} {string.Join(' ', g.Units)} / {string.Join("; ", predictions.Comparisons.Where(p => p.Span.Overlaps(g.Span)).Select(p => $"{p.Type} {p.Name} {p.Bounds}"))}")));
            }
            else
            {
                AddEntities(document, predictions, entities);
            }
        }

        return new CriteriaFigures(corpus, run.Count, run.Any(entry => entry.Document.Annotations is not null), found, isLeaf ? whole : null,
            entities.Select(entry => (entry.Key, entry.Value)).ToValueList());
    }

    private void AddEntities(AnnotatedDocument document, Predictions predictions, SortedDictionary<string, Score> entities)
    {
        var gold = ChiaCorpus.Entities(document);
        foreach (var type in ChiaCorpus.EntityTypes)
        {
            var score = EntityScorer.Score([.. gold.Where(g => g.Type == type)], [.. predictions.Entities.Where(p => p.Type == type)]);
            entities[type] = entities.GetValueOrDefault(type) + score;
        }

        Report(document, "entity missed", gold
            .Where(g => !predictions.Entities.Any(p => p.Type == g.Type && g.Spans.Any(s => s.Overlaps(p.Span)))).Select(g => (g.Spans[0], g.Type)));
    }

    private void Report(AnnotatedDocument document, string what, IEnumerable<(TextSpan Span, string Detail)> entries)
    {
        if (report is null)
        {
            return;
        }

        foreach (var (span, detail) in entries)
        {
            var start = Math.Max(0, span.Start - 50);
            var end = Math.Min(document.Text.Length, span.End + 30);
            report($"{document.Corpus}\t{document.Name}\t{what}\t{detail}\t{document.Text[start..span.Start]}[{span.Of(document.Text)}]{document.Text[span.End..end]}".ReplaceLineEndings(" "));
        }
    }
}
