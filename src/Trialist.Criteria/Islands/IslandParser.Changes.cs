namespace Trialist.Criteria.Islands;

/// <content>Limits on how much a value changed.</content>
internal sealed partial class IslandParser
{
    private const int ChangeReach = 24;

    private static readonly string[] ChangeWords = ["fall", "drop", "decrease", "decreases", "decreased", "decline", "reduction", "increase", "increases", "increased", "rise", "change", "changes", "variation", "improvement", "loss", "gain", "reversibility"];

    // "an increase in FEV1 of ≥ 12 % and 200 mL", "reversibility ≥ 12 % or ≥ 200 mL": the same change in litres.
    private bool TryVolumeOfChange(Limit limit)
    {
        if (limit.Unit is not ("mL" or "L") || !(link is Link.And or Link.Or or Link.Comma) || nodes is not [.., { IsLeaf: true, Type: LeafType.Measurement, Bounds: { Unit: "%", Min: { } least, Max: null } } change]
            || !(change.Concept.Name is "fev1.reversibility" || change.Concept.Name.StartsWith("change in ", StringComparison.Ordinal)) || limit is { IsPlain: false, Min: null } || limit is { IsPlain: false, Max: not null })
        {
            return false;
        }

        var bound = limit.IsPlain ? least with { Value = limit.Min!.Value.Value } : limit.Min!.Value;
        link = link == Link.Comma ? Link.And : link;
        Add(new Node { Span = limit.Span, Type = LeafType.Measurement, Concept = new Concept(change.Entry is null ? change.Concept.Name : "change in FEV1"), Bounds = new Bounds(bound, null, limit.Unit), When = change.When });
        return true;
    }

    // "≥ 12 % and 200 mL": the sign is not said again.
    private bool TryVolumeBehind()
    {
        if (items[at].Kind != ItemKind.Number || !(link is Link.And or Link.Or))
        {
            return false;
        }

        var value = new Bound(ReadValue(at, out var unit, out var after, out _), true);
        if (!TryVolumeOfChange(new Limit(value, value, unit, after, items[at].Start, EndOf(after), false) { IsPlain = true }))
        {
            return false;
        }

        at = after;
        return true;
    }

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
