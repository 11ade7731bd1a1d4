using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <content>What a name says beside the term: that a value is not bounded, that a treatment is needed and not given.</content>
internal sealed partial class IslandParser
{
    // "serum IgE level": what is measured, without the word that says that it is.
    private string ValueAsWritten(TextSpan span)
    {
        var words = Plain(Spelled(span));
        return words.LastIndexOf(' ') is > 0 and var cut && EmptyTails.Contains(words[(cut + 1)..]) ? words[..cut] : words;
    }

    // "those who need immunosuppressants": that it is needed, and not that it is given.
    private bool IsNeeded(LeafType type) => exclusion && type is LeafType.Treatment or LeafType.Procedure && pendingHead == Cue.Treatment && pendingHeadItem is { } head && head.Of(text).StartsWith("need", StringComparison.OrdinalIgnoreCase);
}
