using Trialist.Search.Pieces;

namespace Trialist.Search.Statistics;

/// <summary>What studies say in one piece, read off the index.</summary>
/// <param name="Piece">The piece.</param>
/// <param name="Missing">Studies that say nothing.</param>
/// <param name="Values">For fixed lists and flags: every value with its studies, most first.</param>
/// <param name="Least">For dates, numbers and times: the least value; null when there is none.</param>
/// <param name="Greatest">The greatest.</param>
/// <param name="Mean">For numbers: the mean over the values, each counted once a study.</param>
public sealed record PieceStatistics(Piece Piece, int Missing, ValueList<ValueCount> Values, string? Least, string? Greatest, double? Mean);
