namespace Trialist.Criteria.Islands;

/// <summary>What the words of one criterion were read as.</summary>
/// <param name="Predicate">What they ask; null when they ask nothing.</param>
/// <param name="Unread">Words that bear meaning and were not understood.</param>
/// <param name="Nodes">The nodes that the predicate was built from.</param>
internal sealed record ParsedWords(Predicate? Predicate, List<UnreadWords> Unread, List<Node> Nodes)
{
    /// <summary>The time that words which only announce a list set for all of it: "any of the following within 6 months". Null elsewhere.</summary>
    public TimeWindow? ForList { get; init; }
}
