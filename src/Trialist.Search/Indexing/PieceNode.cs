using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>A property of the record and the pieces below it, for walking a record once.</summary>
internal sealed class PieceNode
{
    private readonly byte[] name;
    private readonly PieceNode[] children;

    private PieceNode(Piece? piece, Func<Piece, PieceDraft> draftOf)
    {
        Piece = piece;
        name = Encoding.UTF8.GetBytes(piece?.Field ?? "");
        Draft = piece is null ? null : draftOf(piece);
        Counts = piece is null ? null : PieceTable.All.FirstOrDefault(other => other.ComputedFrom is [var only] && only == piece.Name && piece.IsList && other.ParentPath == piece.ParentPath) is { } count ? draftOf(count) : null;
        children = [.. PieceTable.ChildrenOf(piece).Where(child => !child.IsIndexedOnly).Select(child => new PieceNode(child, draftOf))];
    }

    public Piece? Piece { get; }

    public PieceDraft? Draft { get; }

    /// <summary>Where the length of this list is put; null for what is not counted.</summary>
    public PieceDraft? Counts { get; }

    public static PieceNode Root(Func<Piece, PieceDraft> draftOf) => new(null, draftOf);

    public bool TryFind(ref Utf8JsonReader reader, [NotNullWhen(true)] out PieceNode? child)
    {
        foreach (var candidate in children)
        {
            if (reader.ValueTextEquals(candidate.name))
            {
                child = candidate;
                return true;
            }
        }

        child = null;
        return false;
    }
}
