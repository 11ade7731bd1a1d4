namespace Trialist.Criteria.Islands;

/// <content>Phrases whose kind of fact is only guessed.</content>
internal sealed partial class IslandParser
{
    // A phrase whose kind only the words around it tell is trusted when it stands alone, not inside a list.
    private void DoubtGuesses()
    {
        if (guessed.Count == 0 || nodes.Sum(node => LeavesOf(node).Count) < 2)
        {
            return;
        }

        guessed.Sort((one, other) => one.Start.CompareTo(other.Start));
        foreach (var node in nodes)
        {
            foreach (var leaf in LeavesOf(node))
            {
                if (leaf.Type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker && GuessIn(leaf.Span) is { } guess)
                {
                    Doubt(node, guess, "What kind of fact this is, is only guessed.");
                    break;
                }
            }
        }
    }

    private TextSpan? GuessIn(TextSpan span)
    {
        var (low, high) = (0, guessed.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = guessed[middle].Start < span.Start ? (middle + 1, high) : (low, middle);
        }

        return low < guessed.Count && guessed[low].End <= span.End ? guessed[low] : null;
    }

    private static List<Predicate.Leaf> LeavesOf(Node node) => node.ToPredicate() is Predicate.Leaf leaf ? [leaf] : Lint.Leaves.Of(node.ToPredicate());
}
