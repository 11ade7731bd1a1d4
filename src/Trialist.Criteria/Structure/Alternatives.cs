namespace Trialist.Criteria.Structure;

/// <summary>Knows items that are one demand with the item before or behind them: "Creatinine ≤ 1.5 mg/dL OR", "and/or omalizumab".</summary>
internal static class Alternatives
{
    private static readonly string[] Endings = [" or", " and/or", " and / or"];

    private static readonly string[] Beginnings = ["or ", "and/or ", "and / or "];

    /// <summary>The pairs of inclusions at the top of the text that an "or" joins, by their places in the list.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="blocks">All blocks in printed order.</param>
    public static IEnumerable<(int First, int Second)> PairsOf(string text, List<Block> blocks)
    {
        var before = -1;
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = blocks[i];
            if (block.IsNote || block.Parent is not null || block.Section == Section.Exclusion)
            {
                before = block.Parent is null ? -1 : before;
                continue;
            }

            if (before >= 0 && (Array.Exists(Endings, WordsOf(text, blocks[before]).EndsWith) || Array.Exists(Beginnings, WordsOf(text, block).StartsWith)))
            {
                yield return (before, i);
            }

            before = i;
        }
    }

    private static string WordsOf(string text, Block block) => block.WordsOf(text).Trim(" .;,:*").ToString().ToLowerInvariant();
}
