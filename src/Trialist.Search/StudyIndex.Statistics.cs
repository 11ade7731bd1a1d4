using Trialist.Search.Expressions;
using Trialist.Search.Pieces;
using Trialist.Search.Statistics;

namespace Trialist.Search;

/// <summary>Statistics of pieces over all studies, or over those that a search finds.</summary>
public sealed partial class StudyIndex
{
    /// <summary>What studies say in pieces that are no text.</summary>
    /// <param name="pieces">The pieces.</param>
    /// <param name="among">What the studies must match; null for all studies.</param>
    /// <exception cref="ExpressionException">The search names what is not there, or would cost too much.</exception>
    public IReadOnlyList<PieceStatistics> Statistics(IReadOnlyList<Piece> pieces, ExpressionSearch? among = null) => Hold((pieces, among), static (snapshot, asked) =>
    {
        var studies = new StudySet(snapshot, asked.among);
        return asked.pieces.Select(piece => IndexStatistics.OfValues(snapshot, studies, piece)).ToList();
    });

    /// <summary>How long the lists of some pieces are.</summary>
    /// <inheritdoc cref="Statistics" />
    public IReadOnlyList<SizeStatistics> Sizes(IReadOnlyList<Piece> pieces, ExpressionSearch? among = null) => Hold((pieces, among), static (snapshot, asked) =>
    {
        var studies = new StudySet(snapshot, asked.among);
        return asked.pieces.Select(list => IndexStatistics.OfSizes(snapshot, studies, list)).ToList();
    });
}
