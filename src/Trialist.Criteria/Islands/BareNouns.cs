using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>Nouns that name no fact by themselves: in words that were read in part, "the disease" or "treatment" goes with what was not understood.</summary>
internal static class BareNouns
{
    private static readonly FrozenSet<string> Nouns = KindsOfWords.HalfRead.Of("bare-nouns");

    /// <summary>The predicate with such a leaf as words that were not understood; these decide nothing.</summary>
    public static Predicate Unread(Predicate predicate) => predicate switch
    {
        Predicate.Leaf leaf => IsBare(leaf) ? new Predicate.Unread(Reasons.TooGeneral) { Span = leaf.Span } : leaf,
        Predicate.All all => Changed(all.Items) is { } items ? all with { Items = items } : all,
        Predicate.Any any => Changed(any.Items) is { } items ? any with { Items = items } : any,
        Predicate.AtLeast some => Changed(some.Items) is { } items ? some with { Items = items } : some,
        Predicate.Not not => Unread(not.Item) is var inner && ReferenceEquals(inner, not.Item) ? not : not with { Item = inner },
        Predicate.Judgement or Predicate.Unread => predicate,
    };

    private static bool IsBare(Predicate.Leaf leaf) =>
        leaf is { Bounds: null, Except: null, Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure } && leaf.Qualifiers.IsEmpty && Nouns.Contains(LeafName.Of(leaf));

    private static ValueList<Predicate>? Changed(ValueList<Predicate> items)
    {
        Predicate[]? changed = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = Unread(items[i]);
            if (!ReferenceEquals(item, items[i]))
            {
                changed ??= [.. items];
                changed[i] = item;
            }
        }

        return changed?.ToValueList();
    }
}
