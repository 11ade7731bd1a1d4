using Trialist.Evaluation.Brat;

namespace Trialist.Evaluation.Criteria;

/// <summary>Gold of the Leaf Clinical Trials corpus: comparisons that filter ages and observations, and minimum counts. Time windows, doses and stages are not asked for.</summary>
internal static class LeafCorpus
{
    private static readonly string[] Roles = ["Numeric-Filter", "Minimum-Count"];

    // "Two or more of the following": marked as comparisons, but they join criteria.
    private static readonly string[] NotAsked = ["Min-Value", "Max-Value"];

    public static List<GoldComparison> Comparisons(AnnotatedDocument document)
    {
        var brat = BratDocument.Parse(document.Text, document.Annotations!);
        var comparisons = new Dictionary<string, GoldComparison>(StringComparer.Ordinal);
        foreach (var holder in brat.Events.Values)
        {
            foreach (var id in Roles.Concat(NotAsked).SelectMany(holder.All))
            {
                if (!brat.Events.TryGetValue(id, out var comparison) || !brat.Texts.TryGetValue(comparison.Trigger, out var words))
                {
                    continue;
                }

                // "ALT and AST ≤ 3 x ULN" is one comparison of two facts; either names its variable.
                comparisons[id] = comparisons.TryGetValue(id, out var known)
                    ? known with { Variables = known.Variables.Concat(VariableWords(brat, holder)).ToValueList() }
                    : Read(brat, holder, comparison, words) with { IsAsked = !NotAsked.SelectMany(holder.All).Contains(id, StringComparer.Ordinal) };
            }
        }

        // A comparison that was marked and tied to nothing, as by oversight, is neither asked for nor held against a prediction.
        var tied = brat.Events.Values.SelectMany(holder => holder.Arguments.Select(argument => argument.Id)).Concat(brat.Relations.SelectMany(relation => new[] { relation.From, relation.To })).ToHashSet(StringComparer.Ordinal);
        return [.. comparisons.Values, .. NotTied(brat, tied)];
    }

    private static IEnumerable<GoldComparison> NotTied(BratDocument brat, HashSet<string> tied)
    {
        foreach (var (id, comparison) in brat.Events)
        {
            if (comparison.Type == "Eq-Comparison" && !tied.Contains(id) && brat.Texts.TryGetValue(comparison.Trigger, out var words) && Read(brat, comparison, comparison, words) is { Numbers.IsEmpty: false } loose)
            {
                yield return loose with { IsAsked = false };
            }
        }
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
            Variables = VariableWords(brat, holder).ToValueList(),
            Units = UnitWords(brat, comparison),
            HasPower = op != "BETWEEN" && numbers.Count > 1,
        };
    }

    private static IEnumerable<string> VariableWords(BratDocument brat, BratEvent holder) =>
        holder.All("Name").Append(holder.Trigger).Where(brat.Texts.ContainsKey).Select(id => brat.Texts[id].Words);

    private static ValueList<string> UnitWords(BratDocument brat, BratEvent comparison) =>
        comparison.All("Unit").Concat(comparison.All("Temporal-Unit")).Concat(comparison.All("Per"))
            .Where(brat.Texts.ContainsKey).Select(id => brat.Texts[id]).OrderBy(words => words.Hull.Start).Select(words => words.Words).ToValueList();
}
