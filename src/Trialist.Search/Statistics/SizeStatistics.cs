using Trialist.Search.Pieces;

namespace Trialist.Search.Statistics;

/// <summary>How long the lists of a piece are.</summary>
/// <param name="Piece">The list.</param>
/// <param name="Sizes">Each length with the studies that have such a list, most studies first.</param>
public sealed record SizeStatistics(Piece Piece, ValueList<(int Size, int Studies)> Sizes);
