using Trialist.Search.Areas;
using Trialist.Search.Pieces;

namespace Trialist.Search.Expressions.Running;

/// <summary>Where a part of an expression looks.</summary>
/// <param name="Name">The name that was asked for.</param>
/// <param name="Area">Its pieces with their weights.</param>
/// <param name="Held">Names of the pieces of which a study must hold none for the area to be missing.</param>
/// <param name="OfSize">The list whose length is asked about; null for values.</param>
internal sealed record Target(string Name, SearchArea Area, ValueList<string> Held, Piece? OfSize = null)
{
    /// <summary>Where a term looks when nothing else is said.</summary>
    public static Target Basic { get; } = Named("BasicSearch", ofSize: false);

    /// <summary>The area or piece of a name; a structure stands for all pieces below it.</summary>
    /// <exception cref="ExpressionException">There is none.</exception>
    public static Target Named(string name, bool ofSize)
    {
        if (SearchArea.Find(name) is { } area)
        {
            return ofSize ? throw new ExpressionException($"`{name}` is an area and has no size: lists such as `AREA[Condition:size]` have one") : new Target(name, area, area.Parts.Select(part => part.Piece).ToValueList());
        }

        if (PieceTable.Find(name) is not { } piece)
        {
            throw ExpressionException.Unknown(name);
        }

        if (ofSize && !piece.IsList)
        {
            throw new ExpressionException($"`{name}` is no list and has no size");
        }

        var parts = PieceTable.LeavesOf(piece).Select(leaf => new AreaPart(leaf.Name, 1, leaf.Kind == PieceKind.Enum, 1, leaf.HasSynonyms)).ToValueList();
        return new Target(name, new SearchArea(piece.Name, "", parts), [piece.Name], ofSize ? piece : null);
    }

    /// <summary>The pieces.</summary>
    public IEnumerable<Piece> Pieces => Area.Parts.Select(part => PieceTable.Find(part.Piece)!);

    /// <summary>The pieces of one site only.</summary>
    /// <exception cref="ExpressionException">It has none.</exception>
    public Target AtOneSite()
    {
        var parts = Area.Parts.Where(part => PieceTable.Find(part.Piece)!.IsOfLocation).ToValueList();
        return parts.IsEmpty
            ? throw new ExpressionException($"`{Name}` is no part of Location")
            : this with { Area = Area with { Parts = parts } };
    }
}
