using Trialist.Evaluation.Brat;

namespace Trialist.Evaluation.Criteria;

/// <summary>Gold of the Chia corpus: values of measurements and of persons' ages, and mentions of four types.</summary>
internal static class ChiaCorpus
{
    public static readonly string[] EntityTypes = ["Condition", "Drug", "Procedure", "Measurement"];

    public static List<GoldComparison> Comparisons(AnnotatedDocument document)
    {
        var brat = BratDocument.Parse(document.Text, document.Annotations!);
        var comparisons = new Dictionary<string, GoldComparison>(StringComparer.Ordinal);
        foreach (var relation in brat.Relations)
        {
            if (relation.Type == "Has_value"
                && brat.Texts.TryGetValue(relation.From, out var holder) && (holder.Type is "Measurement" or "Person" || IsGroupOfMeasurements(brat, holder))
                && brat.Texts.TryGetValue(relation.To, out var value) && value.Type == "Value")
            {
                comparisons.TryAdd(relation.To, new GoldComparison(value.Hull, NumberWords.In(value.Words))
                {
                    IsAge = holder.Type == "Person",
                    Variables = [holder.Words],
                });
            }
        }

        return [.. comparisons.Values.Where(comparison => !comparison.Numbers.IsEmpty), .. NotAsked(brat, comparisons)];
    }

    // "ALT or AST" as a group has the value that each of its members has.
    private static bool IsGroupOfMeasurements(BratDocument brat, BratText holder) =>
        holder.Type == "Scope" && brat.Texts.Values.Any(text => text.Type == "Measurement" && text.Hull.Overlaps(holder.Hull));

    // Values of observations and conditions (a life expectancy), values that no relation ties to anything, and how many there are. Doses are no comparisons of ours.
    private static IEnumerable<GoldComparison> NotAsked(BratDocument brat, Dictionary<string, GoldComparison> asked)
    {
        var ofDrugs = brat.Relations.Where(relation => brat.Texts.TryGetValue(relation.From, out var holder) && holder.Type is "Drug" or "Device").Select(relation => relation.To).ToHashSet(StringComparer.Ordinal);
        return brat.Texts
            .Where(entry => entry.Value.Type is "Value" or "Multiplier" && !ofDrugs.Contains(entry.Key) && !(asked.TryGetValue(entry.Key, out var known) && !known.Numbers.IsEmpty))
            .Select(entry => new GoldComparison(entry.Value.Hull, NumberWords.In(entry.Value.Words)) { IsAsked = false });
    }

    public static List<GoldEntity> Entities(AnnotatedDocument document) =>
        [.. BratDocument.Parse(document.Text, document.Annotations!).Texts.Values
            .Where(text => EntityTypes.Contains(text.Type)).Select(text => new GoldEntity(text.Type, text.Spans))];
}
