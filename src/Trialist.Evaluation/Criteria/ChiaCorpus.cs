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
                && brat.Texts.TryGetValue(relation.From, out var holder) && holder.Type is "Measurement" or "Person"
                && brat.Texts.TryGetValue(relation.To, out var value) && value.Type == "Value")
            {
                comparisons.TryAdd(relation.To, new GoldComparison(value.Hull, NumberWords.In(value.Words))
                {
                    IsAge = holder.Type == "Person",
                    Variable = holder.Words,
                });
            }
        }

        return [.. comparisons.Values.Where(comparison => !comparison.Numbers.IsEmpty)];
    }

    public static List<GoldEntity> Entities(AnnotatedDocument document) =>
        [.. BratDocument.Parse(document.Text, document.Annotations!).Texts.Values
            .Where(text => EntityTypes.Contains(text.Type)).Select(text => new GoldEntity(text.Type, text.Spans))];
}
