using Trialist.Matching.Leaves;

namespace Trialist.Matching.Bulk;

/// <summary>An atom with a limit in words: of whoever has a value its limits against normal decide, all of which have to hold.</summary>
internal sealed class WordedLeaf
{
    public WordedLeaf(int atom, StudyBank bank, PreparedPerson nobody)
    {
        (Atom, Leaf) = (atom, bank.Leaf(atom));
        Limits = [.. LeafRules.AgainstNormal(Leaf).Select(limit => (ValueGroup.Of(limit, bank, nobody), limit.Bounds!)).Select(one => (one.Item1, one.Item1.RangeOf(one.Item2)))];
    }

    public int Atom { get; }

    public Predicate.Leaf Leaf { get; }

    public IReadOnlyList<(ValueGroup Group, ValueGroup.Range Range)> Limits { get; }

    /// <summary>False where only the reference can say how the limits stand.</summary>
    public static bool Takes(Predicate.Leaf leaf) =>
        leaf.Except is null && !SexRule.IsOfWomen(leaf) && LeafRules.AgainstNormal(leaf).All(limit => ValueGroup.KeyOf(limit) is not null);

    /// <summary>True of a fact whose value, if it has one, puts the limits in the place of the words.</summary>
    public bool IsMeasuredBy(Fact fact) => FactGroups.Answers(fact.Type, Leaf.Type) && PreparedPerson.IsOfAnother(fact.Qualifiers) == PreparedPerson.IsOfAnother(Leaf.Qualifiers);
}
