using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>Nouns that name no fact by themselves: in words that were read in part, "the disease" or "treatment" goes with what was not understood.</summary>
internal static class BareNouns
{
    private static readonly FrozenSet<string> Nouns = KindsOfWords.HalfRead.Of("bare-nouns");

    /// <summary>The predicate with such a leaf as words that were not understood; these decide nothing.</summary>
    public static Predicate Unread(Predicate predicate) => predicate is not Predicate.Leaf leaf ? predicate.WithParts(Unread)
        : IsBare(leaf) ? new Predicate.Unread(Reasons.TooGeneral) { Span = leaf.Span } : leaf;

    private static bool IsBare(Predicate.Leaf leaf) =>
        leaf is { Bounds: null, Except: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure } && leaf.Qualifiers.IsEmpty && Nouns.Contains(LeafName.Of(leaf));
}
