namespace Trialist.Evaluation.Criteria;

/// <summary>One comparison as written may limit several values: "ALT and AST ≤ 3 x ULN", "blood pressure > 160/100". The dump holds it once, as the text does.</summary>
internal static class SharedLimits
{
    /// <summary>The leaf under the name that its words give it: the first number of "160/100" is written as blood pressure.</summary>
    public static Predicate.Leaf AsWritten(List<Predicate.Leaf> leaves, int index)
    {
        var leaf = leaves[index];
        return leaf.Concept.Name == "sbp" && index + 1 < leaves.Count && IsSecondOfPair(leaves, index + 1) ? leaf with { Concept = new Concept("blood.pressure") } : leaf;
    }

    /// <summary>True when a leaf's limit has no number of its own in the text: it stands at a later value of the list, is the second number of a pair, or is the normal range.</summary>
    public static bool SaysNothingNew(List<Predicate.Leaf> leaves, int index, Criterion criterion)
    {
        var leaf = leaves[index];
        if (IsSecondOfPair(leaves, index))
        {
            return true;
        }

        if (leaf.Bounds is { Unit: "[ULN]" or "[LLN]" } && (leaf.Bounds.Min ?? leaf.Bounds.Max)!.Value.Value == 1 && !HoldsNumber(leaf, criterion))
        {
            // "within normal limits" compares with no number.
            return true;
        }

        return leaves.Exists(other => !ReferenceEquals(other, leaf) && other.Bounds == leaf.Bounds && other.Span.Start >= leaf.Span.End) && !HoldsNumber(leaf, criterion);
    }

    private static bool IsSecondOfPair(List<Predicate.Leaf> leaves, int index) =>
        index > 0 && leaves[index].Concept.Name == "dbp" && leaves[index - 1] is { Concept.Name: "sbp", Bounds: not null } && leaves[index - 1].Span == leaves[index].Span;

    private static bool HoldsNumber(Predicate.Leaf leaf, Criterion criterion)
    {
        var words = criterion.Text.AsSpan(leaf.Span.Start - criterion.Span.Start, leaf.Span.Length);
        var bound = (leaf.Bounds!.Min ?? leaf.Bounds.Max)!.Value.Value;
        for (var i = 0; i < words.Length; i++)
        {
            if (!char.IsAsciiDigit(words[i]))
            {
                continue;
            }

            var end = i;
            while (end < words.Length && (char.IsAsciiDigit(words[end]) || words[end] is '.' or ','))
            {
                end++;
            }

            if (NumberWords.Of(words[i..end].TrimEnd(".,").ToString()) == bound)
            {
                return true;
            }

            i = end;
        }

        return false;
    }
}
