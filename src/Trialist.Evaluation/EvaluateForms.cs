using System.Text.Json;
using Trialist.Criteria;
using Trialist.Evaluation.Forms;

namespace Trialist.Evaluation;

/// <summary><c>evaluate forms</c>: whether criteria are read into the structure that annotators wrote as logical forms.</summary>
public static class EvaluateForms
{
    /// <summary>Compares the engine's readings with the forms of a file.</summary>
    /// <param name="path">NDJSON of <c>{"intent": criterion, "snippet": form}</c>.</param>
    /// <param name="errors">Where to list what differs, tab-separated; null for nowhere.</param>
    /// <param name="json">True for JSON, false for a table.</param>
    /// <param name="output">Where the figures go.</param>
    /// <exception cref="TrialistException">The file cannot be read.</exception>
    public static void Run(string path, string? errors, bool json, TextWriter output)
    {
        using var list = errors is null ? null : new StreamWriter(errors);
        list?.WriteLine("line\tkinds\tlogic\tnumbers\tform\tengine");
        var (all, read, kinds, logic, numbers, whole) = (0, 0, 0, 0, 0, 0);
        foreach (var (number, line) in LabelledLines.Read(path))
        {
            var (criterion, form) = Pair(line, number);
            all++;
            if (FormParser.Parse(form) is not { } parsed)
            {
                continue;
            }

            read++;
            var (hand, engine) = (FormShape.Of(parsed), PredicateShape.Of(CriteriaReader.Default.Read(criterion)));
            var (sameKinds, sameLogic, sameNumbers) = (hand.Kinds == engine.Kinds, hand.Logic == engine.Logic, hand.Numbers == engine.Numbers);
            kinds += sameKinds ? 1 : 0;
            logic += sameLogic ? 1 : 0;
            numbers += sameNumbers ? 1 : 0;
            whole += sameLogic && sameNumbers ? 1 : 0;
            if (!(sameLogic && sameNumbers))
            {
                list?.WriteLine($"{number}\t{Mark(sameKinds)}\t{Mark(sameLogic)}\t{Mark(sameNumbers)}\t{hand.Logic} {hand.Numbers}\t{engine.Logic} {engine.Numbers}");
            }
        }

        Print([("kinds", "same kinds of facts", kinds), ("logic", "same kinds and joins", logic), ("numbers", "same numbers", numbers), ("structure", "same structure", whole)], all, read, json, output);
    }

    private static (string Criterion, string Form) Pair(string line, int number)
    {
        try
        {
            using var pair = JsonDocument.Parse(line);
            return (pair.RootElement.GetProperty("intent").GetString() ?? "", pair.RootElement.GetProperty("snippet").GetString() ?? "");
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new TrialistException($"Line {number} is no pair of a criterion ('intent') and a logical form ('snippet').", e);
        }
    }

    private static void Print((string Name, string Label, int Count)[] rows, int all, int read, bool json, TextWriter output)
    {
        if (json)
        {
            output.WriteLine(JsonSerializer.Serialize(new { forms = all, compared = read, same = rows.ToDictionary(row => row.Name, row => new { count = row.Count, share = Share(row.Count, read) }) }));
            return;
        }

        output.WriteLine($"{all} forms, {read} compared; the others hold what a program printed instead of a form");
        foreach (var (_, label, count) in rows)
        {
            output.WriteLine(FormattableString.Invariant($"  {label,-22} {count,5}  {Share(count, read):P1}"));
        }
    }

    private static double Share(int count, int of) => of == 0 ? 0 : Math.Round((double)count / of, 4);

    private static string Mark(bool same) => same ? "=" : "≠";
}
