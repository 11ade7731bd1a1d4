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

        var tied = brat.Events.Values.SelectMany(holder => holder.Arguments.Select(argument => argument.Id)).ToHashSet(StringComparer.Ordinal);
        AddJoined(brat, comparisons, tied);

        // A comparison that was marked and tied to nothing, as by oversight, is neither asked for nor held against a prediction.
        tied.UnionWith(brat.Relations.SelectMany(relation => new[] { relation.From, relation.To }));
        return [.. comparisons.Values, .. NotTied(brat, tied)];
    }

    // "WBC below 3000 or above 8000": the second comparison is tied to the first and not to the variable. It is asked for as the first is.
    // "BP ≥ 140, diastolic ≥ 90" may be tied to its variable by a relation only; "(336 hours)" says again what was said and is not asked for.
    private static void AddJoined(BratDocument brat, Dictionary<string, GoldComparison> comparisons, HashSet<string> held)
    {
        for (var before = -1; before < comparisons.Count;)
        {
            before = comparisons.Count;
            foreach (var (type, from, to) in brat.Relations)
            {
                Join(type, from, to);
                Join(type, to, from);
            }
        }

        void Join(string type, string id, string mateId)
        {
            if (type is not ("Or" or "And" or "Equivalent-To") || comparisons.ContainsKey(id) || held.Contains(id)
                || !brat.Events.TryGetValue(id, out var comparison) || comparison.Type != "Eq-Comparison" || !brat.Texts.TryGetValue(comparison.Trigger, out var words))
            {
                return;
            }

            if (comparisons.TryGetValue(mateId, out var mate))
            {
                comparisons[id] = Read(brat, comparison, comparison, words) with { IsAge = mate.IsAge, Variables = mate.Variables, IsAsked = mate.IsAsked && type != "Equivalent-To" };
            }
            else if (type == "Equivalent-To" && brat.Events.TryGetValue(mateId, out var holder) && holder.Type is "Age" or "Observation")
            {
                comparisons[id] = Read(brat, holder, comparison, words);
            }
        }
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
        var numbers = values.Select(value => IsNegative(words, value) ? -NumberWords.Of(value.Words) : NumberWords.Of(value.Words)).ToList();
        // "≥ 20 and ≤ 40" marked as one has an operator for each side and one for both.
        var operators = comparison.All("Operator").Select(id => brat.Attributes.GetValueOrDefault((id, "Eq-Operator-Value"))).ToList();
        var op = operators.Contains("BETWEEN") ? "BETWEEN" : operators.Find(value => value is not null);
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

    // "≤ -3 SD" with only the digit marked: the minus stands between a blank or a sign and the digit.
    private static bool IsNegative(BratText whole, BratText value) =>
        value.Hull.Start - whole.Hull.Start is >= 2 and var at && at < whole.Words.Length && whole.Words[at - 1] is '-' or '−' && !char.IsLetterOrDigit(whole.Words[at - 2]) && whole.Words.AsSpan(0, at).IndexOfAnyInRange('0', '9') < 0;

    private static IEnumerable<string> VariableWords(BratDocument brat, BratEvent holder) =>
        holder.All("Name").Append(holder.Trigger).Where(brat.Texts.ContainsKey).Select(id => brat.Texts[id].Words);

    private static ValueList<string> UnitWords(BratDocument brat, BratEvent comparison) =>
        comparison.All("Unit").Concat(comparison.All("Temporal-Unit")).Concat(comparison.All("Per"))
            .Where(brat.Texts.ContainsKey).Select(id => brat.Texts[id]).OrderBy(words => words.Hull.Start).Select(words => words.Words).ToValueList();
}
