namespace Trialist.Criteria.Islands;

/// <content>"distance between the fundus and the uterine scar > 5 mm": what is measured lies between the places that are named.</content>
internal sealed partial class IslandParser
{
    /// <summary>Longer words between "distance" and its limit say more than two places.</summary>
    private const int LongestDistance = 80;

    private bool TryDistance(Limit limit)
    {
        if (limit.Unit is not ("mm" or "cm" or "m" or "km" or "[mi_i]") || link != Link.Adjacent || nodes[^1].Bounds is not null)
        {
            return false;
        }

        var from = Math.Max(0, limit.Start - LongestDistance);
        var before = text.AsSpan(from, limit.Start - from);
        var clause = before.LastIndexOfAny("\n;.,:") + 1;
        var start = Math.Max(IndexOf(before[clause..], "distance between"), IndexOf(before[clause..], "distance from"));
        if (start < 0)
        {
            return false;
        }

        start += from + clause;
        var first = nodes.FindIndex(node => node.Span.End > start);
        if (first < 0 || nodes[first].Span.Start < start || nodes[first..].Exists(node => node.Bounds is not null || node.When is not null))
        {
            return false;
        }

        var words = new TextSpan(start, start + text.AsSpan(start, limit.Start - start).TrimEnd(" (").Length);
        link = nodes[first].Link;
        nodes.RemoveRange(first, nodes.Count - first);
        unread.RemoveAll(gap => gap.Span.Start >= start);
        Add(new Node { Span = words.Union(limit.Span), Type = LeafType.Measurement, Concept = new Concept(Spelled(words)), Bounds = limit.ToBounds() });
        return true;
    }
}
