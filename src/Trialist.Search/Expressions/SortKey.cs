namespace Trialist.Search.Expressions;

/// <summary>What studies are sorted by.</summary>
/// <param name="Piece">A piece of dates, times or numbers; null for relevance.</param>
/// <param name="Descending">True for the greatest first. Studies without a value come last either way.</param>
public sealed record SortKey(string? Piece, bool Descending);
