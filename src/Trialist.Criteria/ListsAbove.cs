using Trialist.Criteria.Structure;

namespace Trialist.Criteria;

/// <summary>What the words above a list say of all of it, while a text is read from top to bottom.</summary>
internal sealed class ListsAbove
{
    /// <summary>Longer words above a list say more than what its items are; and all items of a list look at them.</summary>
    private const int LongestDemand = 1000;

    /// <summary>The value that the heading above names ("Age:"); null where it names none.</summary>
    public LeafType? Heading { get; set; }

    /// <summary>The words before that announced washouts, while the items behind them are such.</summary>
    private Block? washouts;

    /// <summary>True where the words above an item, or before it at its own depth, say that each treatment must have ended so long ago.</summary>
    public bool SaysWashout(string text, Block block) =>
        (block.Parent is { } list && list.WordsOf(text) is { Length: <= LongestDemand } asked && Washouts.Announces(asked, block.Section == Section.Exclusion)) || (washouts is { } before && before.Parent == block.Parent && before.Section == block.Section);

    /// <summary>Keeps words that end in a colon and announce washouts for the items behind them.</summary>
    public void KeepWashouts(string text, Block block) =>
        washouts = block.Children.Count == 0 && block.WordsOf(text).TrimEnd() is var words && words.EndsWith(":") && Washouts.Announces(words, block.Section == Section.Exclusion) ? block : null;

    /// <summary>Ends what was announced before where an item is no washout.</summary>
    public void EndWashouts(bool isItem) => washouts = isItem ? washouts : null;

    /// <summary>The means against pregnancy that an item is, under words that ask for contraception; null where it says anything else.</summary>
    public static IReadOnlyList<string>? Means(string text, Block block) =>
        block is { Section: Section.Inclusion, Children.Count: 0, Parent: { } list } && list.WordsOf(text) is { Length: <= LongestDemand } asked && (asked.Contains("contracept", StringComparison.OrdinalIgnoreCase) || asked.Contains("birth control", StringComparison.OrdinalIgnoreCase)) ? Islands.MeansList.Whole(block.WordsOf(text)) : null;

    private readonly HashSet<Block> doubted = [];
    private readonly Dictionary<Block, TimeWindow> times = [];

    /// <summary>Keeps the time that the words of a block set for the list under it; a time from further above goes on where they set none.</summary>
    public void Take(Block block, TimeWindow? forList)
    {
        // "Excluded from this study if:" sets no time.
        var own = forList is { Relation: TimeRelation.After, Min: null, Max: null } ? null : forList;
        if (block.Children.Count > 0 && (own ?? TimeOf(block)) is { } time)
        {
            times[block] = time;
        }
    }

    /// <summary>Marks a list whose members decide nothing alone: exceptions, and examples of what is asked for only in some state.</summary>
    public void Doubt(Block block, Predicate own, bool lifts)
    {
        if (lifts || !NamesClass(own))
        {
            doubted.Add(block);
        }
    }

    public bool Doubts(Block block) => block.Parent is { } parent && doubted.Contains(parent);

    /// <summary>The predicate of a member of a list with the time that was said above it, where it says none itself.</summary>
    public Predicate InTime(Block block, Predicate predicate) => TimeOf(block) is { } time ? InTime(predicate, time) : predicate;

    private TimeWindow? TimeOf(Block block) => block.Parent is { } parent && times.TryGetValue(parent, out var time) ? time : null;

    private static Predicate InTime(Predicate predicate, TimeWindow time) => predicate switch
    {
        Predicate.Leaf leaf => HappensIn(leaf, time) ? leaf with { When = time } : leaf,
        Predicate.All all => all with { Items = all.Items.Select(item => InTime(item, time)).ToValueList() },
        Predicate.Any any => any with { Items = any.Items.Select(item => InTime(item, time)).ToValueList() },
        Predicate.AtLeast atLeast => atLeast with { Items = atLeast.Items.Select(item => InTime(item, time)).ToValueList() },
        Predicate.Not not => not with { Item = InTime(not.Item, time) },
        Predicate.Judgement or Predicate.Unread => predicate,
    };

    private static bool HappensIn(Predicate.Leaf leaf, TimeWindow time) =>
        (leaf.When is null || (time.Max is not null && leaf.When is { Relation: TimeRelation.Ever, Min: null, Max: null, Anchor: null }))
        && leaf.Type is LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Biomarker or LeafType.Measurement or LeafType.Score or LeafType.Count or LeafType.Participation;

    // "Cardiovascular disease, including:" shuts out each of the list; "uncontrolled disease, such as:" each only where it is uncontrolled.
    private static bool NamesClass(Predicate own) => own switch
    {
        Predicate.Leaf leaf => leaf is { Type: LeafType.Condition or LeafType.Treatment or LeafType.Procedure or LeafType.Participation, Bounds: null, Except: null, When: null } && leaf.Qualifiers.IsEmpty,
        Predicate.Any any => any.Items.All(NamesClass),
        Predicate.Unread => true,
        Predicate.All or Predicate.AtLeast or Predicate.Not or Predicate.Judgement => false,
    };
}
