using System.Text;

namespace Trialist.Matching.Notation;

/// <summary>Writes a leaf in one line, such as <c>bilirubin.total ≤ 51 umol/L</c>.</summary>
public static class LeafLine
{
    /// <summary>The line of a leaf; of another predicate, a word for what it is.</summary>
    public static string Of(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => OfLeaf(leaf),
        Predicate.Judgement => "a clinician's judgement",
        Predicate.Unread unread => $"not understood: {unread.Reason}",
        Predicate.All all => string.Join(" and ", all.Items.Select(Of)),
        Predicate.Any any => string.Join(" or ", any.Items.Select(Of)),
        Predicate.AtLeast some => $"at least {some.Count} of: {string.Join("; ", some.Items.Select(Of))}",
        Predicate.Not not => $"not {Of(not.Item)}",
    };

    private static string OfLeaf(Predicate.Leaf leaf)
    {
        var line = new StringBuilder();
        foreach (var qualifier in leaf.Qualifiers)
        {
            line.Append(qualifier.Value).Append(' ');
        }

        line.Append(leaf.Concept.Name);
        if (leaf.Bounds is { } bounds)
        {
            line.Append(' ').Append(OfBounds(bounds));
        }

        if (leaf.When is { } when)
        {
            line.Append(", ").Append(OfWindow(when));
        }

        return leaf.Except is { } except ? line.Append(", except ").Append(Of(except)).ToString() : line.ToString();
    }

    private static string OfBounds(Bounds bounds)
    {
        var unit = bounds.Unit is { Length: > 0 } name ? $" {name}" : "";
        return (bounds.Min, bounds.Max) switch
        {
            ({ } min, { } max) when min == max => $"= {Number(min.Value)}{unit}",
            ({ Inclusive: true } min, { Inclusive: true } max) => $"{Number(min.Value)} to {Number(max.Value)}{unit}",
            ({ } min, { } max) => $"{Sign(min, ">")} {Number(min.Value)} and {Sign(max, "<")} {Number(max.Value)}{unit}",
            ({ } min, null) => $"{Sign(min, ">")} {Number(min.Value)}{unit}",
            (null, { } max) => $"{Sign(max, "<")} {Number(max.Value)}{unit}",
            (null, null) => "of any value",
        };
    }

    private static string Sign(Bound bound, string strict) => bound.Inclusive ? (strict == ">" ? "≥" : "≤") : strict;

    private static string OfWindow(TimeWindow window)
    {
        var words = new List<string> { window.Relation.ToString().ToLowerInvariant() };
        words.AddRange((window.Min, window.Max) switch
        {
            ({ } min, { } max) => [$"{Length(min)} to {Length(max)}"],
            ({ } min, null) => [$"at least {Length(min)}"],
            (null, { } max) => [Length(max)],
            (null, null) => Array.Empty<string>(),
        });
        if (!window.LongerOf.IsEmpty)
        {
            words.Add($"the longer of {string.Join(" or ", window.LongerOf.Select(Length))}");
        }

        if (window.Anchor is { } anchor)
        {
            words.Add(window.Relation is TimeRelation.Within ? $"of {anchor}" : anchor);
        }

        return string.Join(' ', words);
    }

    private static string Length(Duration length) => $"{Number(length.Value)} {length.Unit}";

    private static string Number(decimal value) => value.ToString("0.############");
}
