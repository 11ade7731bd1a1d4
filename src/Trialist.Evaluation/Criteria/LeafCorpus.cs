using Trialist.Evaluation.Brat;

namespace Trialist.Evaluation.Criteria;

/// <summary>Gold of the Leaf Clinical Trials corpus: comparisons that filter ages and observations, and minimum counts. Time windows, doses and stages are not asked for.</summary>
internal static class LeafCorpus
{
    private static readonly string[] Roles = ["Numeric-Filter", "Minimum-Count"];

    public static List<GoldComparison> Comparisons(AnnotatedDocument document)
    {
        var brat = BratDocument.Parse(document.Text, document.Annotations!);
        var comparisons = new Dictionary<string, GoldComparison>(StringComparer.Ordinal);
        foreach (var holder in brat.Events.Values)
        {
            foreach (var id in Roles.SelectMany(holder.All))
            {
                if (!comparisons.ContainsKey(id) && brat.Events.TryGetValue(id, out var comparison) && brat.Texts.TryGetValue(comparison.Trigger, out var words))
                {
                    comparisons[id] = Read(brat, holder, comparison, words);
                }
            }
        }

        return [.. comparisons.Values];
    }

    private static GoldComparison Read(BratDocument brat, BratEvent holder, BratEvent comparison, BratText words)
    {
        var values = comparison.All("Value").Where(brat.Texts.ContainsKey).Select(id => brat.Texts[id]).OrderBy(value => value.Hull.Start).ToList();
        // "100x10^9/L" has two marked values, of which the second is a power of the unit.
        var numbers = values.Select(value => NumberWords.Of(value.Words)).ToList();
        var op = comparison.All("Operator").Select(id => brat.Attributes.GetValueOrDefault((id, "Eq-Operator-Value"))).FirstOrDefault(value => value is not null);
        var counted = op == "BETWEEN" ? numbers : numbers.Take(1);
        return new GoldComparison(words.Hull, numbers.Contains(null) ? [] : counted.Select(number => number!.Value).Distinct().Order().ToValueList())
        {
            IsAge = holder.Type == "Age",
            Operator = op,
            Variable = VariableWords(brat, holder),
            Unit = UnitWords(brat, comparison),
        };
    }

    private static string? VariableWords(BratDocument brat, BratEvent holder) =>
        holder.All("Name").Append(holder.Trigger).Where(brat.Texts.ContainsKey).Select(id => brat.Texts[id].Words).FirstOrDefault();

    private static string? UnitWords(BratDocument brat, BratEvent comparison)
    {
        var units = comparison.All("Unit").Concat(comparison.All("Temporal-Unit")).Concat(comparison.All("Per"))
            .Where(brat.Texts.ContainsKey).Select(id => brat.Texts[id].Words).ToList();
        return units.Count == 0 ? null : string.Join('/', units);
    }
}
