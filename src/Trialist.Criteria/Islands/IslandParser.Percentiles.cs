namespace Trialist.Criteria.Islands;

/// <content>Ranks among others of the age: "BMI below the 3rd percentile", "height or weight above the 97th centile".</content>
internal sealed partial class IslandParser
{
    private static readonly HashSet<string> Ranks = new(StringComparer.OrdinalIgnoreCase) { "percentile", "percentiles", "centile", "centiles" };

    private Limit? ReadPercentile(int start, int number, string? op)
    {
        var word = number + 2;
        if (op is null or "=" or "±" || word >= end || !Ranks.Contains(items[word].Of(text)))
        {
            return null;
        }

        var bound = new Bound(items[number].Value, op.Length > 1);
        return new Limit(op[0] == '>' ? bound : null, op[0] == '<' ? bound : null, null, word + 1, items[start].Start, items[word].End, false) { IsPercentile = true };
    }

    // The rank is another value than what is ranked.
    private bool BindPercentile(Limit limit)
    {
        if (nodes.Count == 0 || link is not (Link.Adjacent or Link.With))
        {
            return false;
        }

        var bound = 0;
        for (var i = nodes.Count - 1; i >= 0 && nodes[i] is { IsBare: true, Type: LeafType.Measurement, Entry: { } value } node; i--)
        {
            var ranked = lexicon.ByName($"{value.Name}.percentile");
            (node.Concept, node.Entry, node.Wording) = (ranked?.Concept ?? new Concept($"{value.Label.ToLowerInvariant()} percentile"), ranked, null);
            node.Bounds = limit.ToBounds();
            node.Span = i == nodes.Count - 1 ? new TextSpan(node.Span.Start, limit.End) : node.Span;
            bound++;
            if (node.Link is not (Link.Or or Link.And or Link.Comma))
            {
                break;
            }
        }

        return bound > 0;
    }
}
