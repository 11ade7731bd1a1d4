namespace Trialist.Criteria.Islands;

/// <content>Limits on how much a value changed.</content>
internal sealed partial class IslandParser
{
    private const int ChangeReach = 24;

    private static readonly string[] ChangeWords = ["fall", "drop", "decrease", "decreases", "decreased", "decline", "reduction", "increase", "increases", "increased", "rise", "change", "changes", "variation", "improvement", "loss", "gain", "reversibility"];

    private bool IsChange(Node node, Limit limit)
    {
        if (node.Type != LeafType.Measurement || node.Entry?.Analyte is null)
        {
            return false;
        }

        var sentence = text.AsSpan(0, node.Span.Start).LastIndexOfAny('\n', ';', ',') + 1;
        var before = text.AsSpan(Math.Max(sentence, node.Span.Start - ChangeReach), node.Span.Start - Math.Max(sentence, node.Span.Start - ChangeReach));
        var between = text.AsSpan(node.Span.End, Math.Max(0, limit.Start - node.Span.End));
        var after = text.AsSpan(limit.End, Math.Min(ChangeReach, textEnd - limit.End));
        foreach (var word in ChangeWords)
        {
            // "increased ALT > 3 x ULN" is a high value; a per cent of increase is a change.
            if ((limit.Unit is "%" && !limit.OfPredicted && HasWord(before, word)) || HasWord(between, word))
            {
                return limit.Unit is "%" || between.Contains("by", StringComparison.OrdinalIgnoreCase);
            }
        }

        return after.TrimStart().StartsWith("from baseline", StringComparison.OrdinalIgnoreCase) || after.TrimStart().StartsWith("change", StringComparison.OrdinalIgnoreCase);
    }
}
