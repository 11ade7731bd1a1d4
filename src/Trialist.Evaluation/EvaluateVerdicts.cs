using System.Text;
using System.Text.Json;
using Trialist.Evaluation.Verdicts;

namespace Trialist.Evaluation;

/// <summary><c>evaluate verdicts</c>: single criteria against single patients, as experts labelled them.</summary>
public static class EvaluateVerdicts
{
    // The notes carry no date; any fixed day will do, since nothing in them is dated against the calendar.
    private static readonly DateOnly AsOf = new(2024, 1, 1);

    /// <summary>Judges every pair, writes the dump, and only then looks at the experts' labels.</summary>
    /// <param name="path">NDJSON of pairs, with or without labels.</param>
    /// <param name="dump">Where to write the predictions, one a line; null for nowhere.</param>
    /// <param name="errors">Where to list the pairs that differ, tab-separated; null for nowhere.</param>
    /// <param name="json">True for JSON, false for a table.</param>
    /// <param name="output">Where the figures go.</param>
    public static void Run(string path, string? dump, string? errors, bool json, TextWriter output)
    {
        var matcher = new PairMatcher(AsOf);
        var run = VerdictFile.Read(path).Select(pair => (Pair: pair, Verdict: matcher.Judge(pair))).Select(judged => (judged.Pair, judged.Verdict, Label: ExpertLabels.Of(judged.Verdict))).ToList();
        if (dump is not null)
        {
            Dump(dump, run.Select(entry => (entry.Pair.Id, entry.Label)));
        }

        var figures = new VerdictFigures();
        using var list = errors is null ? null : new StreamWriter(errors);
        foreach (var (pair, verdict, label) in run)
        {
            figures.Add(pair.Gold, label);
            if (list is not null && pair.Gold is not null && pair.Gold != label)
            {
                list.WriteLine($"{pair.Id}\t{pair.Kind}\t{pair.Gold}\t{label}\t{string.Join(',', verdict.Criteria.Select(criterion => criterion.Reading))}\t{string.Join("; ", verdict.Reasons.Select(reason => $"{reason.Predicate} is {reason.Truth}"))}\t{pair.Criterion.ReplaceLineEndings(" ")}");
            }
        }

        if (json)
        {
            output.WriteLine(Json(figures));
        }
        else
        {
            Print(figures, output);
        }
    }

    private static void Dump(string path, IEnumerable<(long Id, string Label)> predictions)
    {
        using var file = File.Create(path);
        foreach (var (id, label) in predictions)
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                json.WriteNumber("annotation_id", id);
                json.WriteString("predicted", label);
                json.WriteEndObject();
            }

            file.WriteByte((byte)'\n');
        }
    }

    private static string Json(VerdictFigures figures)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("pairs", figures.Pairs + figures.Unlabelled);
            json.WriteNumber("labelled", figures.Pairs);
            if (figures.Pairs == 0)
            {
                json.WriteNull("accuracy");
                json.WriteNull("balancedAccuracy");
            }
            else
            {
                json.WriteNumber("accuracy", Math.Round(figures.Accuracy, 4));
                json.WriteNumber("balancedAccuracy", Math.Round(figures.BalancedAccuracy, 4));
            }

            json.WriteStartObject("labels");
            foreach (var gold in figures.Labels)
            {
                json.WriteStartObject(gold);
                json.WriteNumber("n", figures.Count(gold));
                json.WriteNumber("recall", Math.Round(figures.Recall(gold), 4));
                json.WriteStartObject("predicted");
                foreach (var predicted in ExpertLabels.All)
                {
                    json.WriteNumber(predicted, figures.Cell(gold, predicted));
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Print(VerdictFigures figures, TextWriter output)
    {
        if (figures.Pairs == 0)
        {
            output.WriteLine($"{figures.Unlabelled} pairs judged. The file has no labels, so no figure can be given.");
            return;
        }

        output.WriteLine($"{figures.Pairs} labelled pairs{(figures.Unlabelled > 0 ? $", {figures.Unlabelled} without a label" : "")}");
        output.WriteLine($"  accuracy           {figures.Accuracy:0.000}");
        output.WriteLine($"  balanced accuracy  {figures.BalancedAccuracy:0.000}  (mean recall over {figures.Labels.Count} labels)");
        output.WriteLine();
        output.WriteLine($"{"expert \\ predicted",-24}{string.Concat(ExpertLabels.All.Select(label => $"{Short(label),13}"))}{"n",6}{"recall",9}");
        foreach (var gold in figures.Labels)
        {
            output.WriteLine($"{gold,-24}{string.Concat(ExpertLabels.All.Select(label => $"{figures.Cell(gold, label),13}"))}{figures.Count(gold),6}{figures.Recall(gold),9:0.000}");
        }
    }

    private static string Short(string label) => label switch
    {
        ExpertLabels.NotEnough => "not enough",
        ExpertLabels.NotApplicable => "n/a",
        _ => label,
    };
}
