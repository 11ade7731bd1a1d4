namespace Trialist.Search.Expressions;

/// <summary>One page of the studies found.</summary>
/// <param name="Total">Studies on all pages.</param>
/// <param name="Studies">Their numbers, in order.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record ExpressionPage(int Total, ValueList<NctId> Studies, PagePosition? Next);
