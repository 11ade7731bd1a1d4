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

    private PieceNode(Piece? piece)
    {
        Piece = piece;
        name = Encoding.UTF8.GetBytes(piece?.Field ?? "");
        children = [.. PieceTable.ChildrenOf(piece).Where(child => !child.IsIndexedOnly).Select(child => new PieceNode(child))];
    }

    /// <summary>The whole record.</summary>
    public static PieceNode Root { get; } = new(null);

    /// <summary>Its piece; null for the record itself.</summary>
    public Piece? Piece { get; }

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
