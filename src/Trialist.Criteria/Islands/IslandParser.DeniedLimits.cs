using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What stands behind a denial and may belong to it or not: further limits, and that whoever lacks something is excluded.</content>
internal sealed partial class IslandParser
{
    private static readonly PhraseList ExcludedWords = new("excluded", "ineligible", "not eligible", "not be eligible");

    private bool SaysExcluded(Item item) => SaysOtherSide(item) && ExcludedWords.OccursIn(item.Of(text));

    // "no creatinine > 1.5 mg/dL, bilirubin > 2 mg/dL": the second limit may be denied like the first, or asked for.
    private void DoubtFurtherLimits(List<Node> denied)
    {
        var next = at;
        while (next < end && next - at < LongestJoin && (items[next].IsSign(',') || items[next].Cue is Cue.And or Cue.Or))
        {
            next++;
        }

        if (next == at || !StartsNumericClause(next) || !denied.Exists(one => one is { IsLeaf: true, Bounds: not null, Type: LeafType.Measurement or LeafType.Score }))
        {
            return;
        }

        at = next;
        link = Link.And;
        var stop = ScopeEnd(stopAtComma: false);
        Unread(next, stop, "It is not clear whether this is denied as well.");
        at = stop;
    }

    /// <summary>", and"</summary>
    private const int LongestJoin = 3;
}
