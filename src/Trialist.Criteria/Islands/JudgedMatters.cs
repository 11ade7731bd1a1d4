namespace Trialist.Criteria.Islands;

/// <summary>What a record decides among the words of a judgement; where there is such a part, the judgement stands as a leaf of its own beside it.</summary>
internal static class JudgedMatters
{
    /// <summary>"significant malabsorption (weight loss > 10 %)", "clinically significant heart disease (NYHA III or IV)": a number says what is significant.</summary>
    public static bool TellsLimit(Predicate predicate) => predicate switch
    {
        Predicate.Not not => TellsLimit(not.Item),
        Predicate.All all => (all.Items[0] is Predicate.Judgement && all.Items.Any(IsLimit)) || all.Items.Any(TellsLimit),
        Predicate.Any any => any.Items.Any(TellsLimit),
        Predicate.AtLeast or Predicate.Leaf or Predicate.Judgement or Predicate.Unread => false,
    };

    private static bool IsLimit(Predicate item) => item is not (Predicate.Judgement or Predicate.Unread or Predicate.Not) && Leaves.Of(item).TrueForAll(leaf => leaf is { Bounds: not null, Type: LeafType.Measurement or LeafType.Condition or LeafType.Count or LeafType.Score or LeafType.LifeExpectancy });

    /// <summary>"Confirmed gastric cancer not amenable to surgery": who has none is not asked for an opinion.</summary>
    public static bool NamesDisease(List<Node> nodes)
    {
        for (var i = 0; i + 1 < nodes.Count && nodes.Count <= MostNodes; i++)
        {
            var adjective = i > 0 && nodes[i - 1].Whole is Predicate.Judgement && nodes[i].Link == Link.Adjacent;
            if (!adjective && IsDisease(nodes[i]) && nodes[i + 1] is { Whole: Predicate.Judgement { Wording: { } asked }, Link: Link.With or Link.Adjacent or Link.And } && !JudgementNames.SaysOnlyWho(asked))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Longer texts tell a story.</summary>
    private const int MostNodes = 4;

    private static bool IsDisease(Node node) => node is { IsLeaf: true, Type: LeafType.Condition, Entry: not null }
        || (node.Whole is Predicate.Any { Items: var items } && items.All(item => item is Predicate.Leaf { Type: LeafType.Condition }));
}
