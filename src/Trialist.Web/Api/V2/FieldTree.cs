using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Trialist.Search.Areas;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>Which properties of a record are asked for, as a tree that follows the record's own nesting.</summary>
internal sealed class FieldTree
{
    private readonly List<FieldTree> children = [];
    private readonly byte[] name;

    private FieldTree(string name, bool isMarkup)
    {
        this.name = Encoding.UTF8.GetBytes(name);
        Name = JsonEncodedText.Encode(name);
        IsMarkup = isMarkup;
    }

    public JsonEncodedText Name { get; }

    public bool IsMarkup { get; }

    /// <summary>True when everything below is asked for.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>The whole record.</summary>
    public static FieldTree Everything { get; } = Of(PieceTable.ChildrenOf(null), takesAll: true);

    /// <summary>Reads a list of area names, piece names and field paths.</summary>
    /// <param name="fields">The items; null for everything.</param>
    /// <param name="queried">The pieces that <c>@query</c> stands for; null where the route has no query.</param>
    /// <exception cref="ApiRefusal">An item is none of these, or there is none.</exception>
    public static FieldTree Parse(IReadOnlyList<string>? fields, IEnumerable<string>? queried = null)
    {
        if (fields is null)
        {
            return Everything;
        }

        if (fields.Count == 0)
        {
            throw ApiRefusal.BadRequest("Parameter 'fields' must not be empty");
        }

        return Of(fields.SelectMany(field => PiecesOf(field, queried)), takesAll: false);
    }

    /// <summary>Refuses a piece that is computed for searching and stands in no record, so that asking for it brings nothing.</summary>
    /// <exception cref="ApiRefusal">There is one.</exception>
    public static void RefuseSearchedOnly(IReadOnlyList<string>? fields)
    {
        if (fields?.FirstOrDefault(field => PieceTable.Find(field) is { IsIndexedOnly: true }) is { } searched)
        {
            throw ApiRefusal.BadRequest($"Parameter 'fields' contains '{searched}', which is only searched: no record holds it");
        }
    }

    public bool TryFind(ref Utf8JsonReader reader, [NotNullWhen(true)] out FieldTree? child)
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

    private static IEnumerable<Piece> PiecesOf(string field, IEnumerable<string>? queried)
    {
        if (field == "@query" && queried is not null)
        {
            return queried.Select(name => PieceTable.Find(name)!);
        }

        if (SearchArea.Find(field) is { } area)
        {
            return area.Parts.Select(part => PieceTable.Find(part.Piece)!);
        }

        return PieceTable.Find(field) is { } piece ? [piece] : throw ApiRefusal.BadRequest($"Parameter 'fields' contains invalid field name: '{field}'").Meaning(field, PieceTable.All.Select(known => known.Name));
    }

    private static FieldTree Of(IEnumerable<Piece> pieces, bool takesAll)
    {
        var root = new FieldTree("", isMarkup: false) { IsWhole = takesAll };
        foreach (var piece in pieces)
        {
            root.Add(piece);
        }

        return root;
    }

    // Below a whole branch the tree goes on, so that markup is found in it.
    private void Add(Piece piece)
    {
        var node = this;
        var path = "";
        foreach (var field in piece.Path.Split('.'))
        {
            path = path.Length == 0 ? field : $"{path}.{field}";
            node = node.ChildOf(field, PieceTable.Find(path));
        }

        node.TakeAll(piece);
    }

    private void TakeAll(Piece piece)
    {
        IsWhole = true;
        foreach (var below in PieceTable.ChildrenOf(piece))
        {
            ChildOf(below.Field, below).TakeAll(below);
        }
    }

    private FieldTree ChildOf(string field, Piece? piece)
    {
        var child = children.Find(known => known.Name.Value == field);
        if (child is null)
        {
            children.Add(child = new FieldTree(field, piece?.Kind == PieceKind.Markup));
        }

        return child;
    }
}
