namespace Trialist.Criteria.Islands;

/// <content>Phrases whose kind of fact is only guessed.</content>
internal sealed partial class IslandParser
{
    // A phrase whose kind only the words around it tell is trusted when it stands alone, not inside a list.
    private void DoubtGuesses()
    {
        if (guessed.Count == 0 || !HoldsSeveral())
        {
            return;
        }

        guessed.Sort((one, other) => one.Start.CompareTo(other.Start));
        foreach (var node in nodes)
        {
            if (GuessOf(node) is { } guess)
            {
                Doubt(node, guess, Reasons.Guessed);
            }
        }
    }

    private bool HoldsSeveral()
    {
        var leaves = 0;
        foreach (var node in nodes)
        {
            leaves += node.Whole is null or Predicate.Leaf ? 1 : Leaves.Of(node.Whole).Count;
            if (leaves > 1)
            {
                return true;
            }
        }

        return false;
    }

    private TextSpan? GuessOf(Node node)
    {
        if (node.IsLeaf)
        {
            return GuessIn(node.Type, node.Span);
        }

        if (node.Whole is Predicate.Leaf whole)
        {
            return GuessIn(whole.Type, whole.Span);
        }

        foreach (var leaf in Leaves.Of(node.Whole!))
        {
            if (GuessIn(leaf.Type, leaf.Span) is { } guess)
            {
                return guess;
            }
        }

        return null;
    }

    private TextSpan? GuessIn(LeafType type, TextSpan span)
    {
        if (type is not (LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker))
        {
            return null;
        }

        var (low, high) = (0, guessed.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = guessed[middle].Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < guessed.Count && guessed[low].End <= span.End ? guessed[low] : null;
    }
}
