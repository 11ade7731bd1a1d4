using Trialist.Search.Pieces;
using Trialist.Search.Statistics;

namespace Trialist.Search;

/// <summary>Statistics of pieces over all studies.</summary>
public sealed partial class StudyIndex
{
    /// <summary>What studies say in a piece that is no text.</summary>
    public PieceStatistics Statistics(Piece piece) => Hold(piece, IndexStatistics.OfValues);

    /// <summary>How long the lists of a piece are.</summary>
    public SizeStatistics Sizes(Piece list) => Hold(list, IndexStatistics.OfSizes);
}
