namespace Trialist.Search.Pieces;

/// <summary>A data piece of the registry: a named place in a study's record.</summary>
/// <param name="Name">The registry's name, such as <c>BriefTitle</c>.</param>
/// <param name="Path">Names of the record's properties from the root, joined by dots; lists are passed through.</param>
/// <param name="Type">The registry's name of the type, without the brackets of a list.</param>
/// <param name="Kind">What its values are.</param>
/// <param name="IsList">True when the record holds a list there.</param>
/// <param name="HasSynonyms">True when other names of what it says are searched too.</param>
/// <param name="IsIndexedOnly">True when it is computed for searching and stands in no record.</param>
/// <param name="ComputedFrom">Names of the pieces that such a value is computed from; empty for a piece of the record.</param>
public sealed record Piece(string Name, string Path, string Type, PieceKind Kind, bool IsList, bool HasSynonyms, bool IsIndexedOnly, ValueList<string> ComputedFrom)
{
    /// <summary>Its place in <see cref="PieceTable.All"/>.</summary>
    public int Number { get; internal init; }

    /// <summary>The registry's label, such as <c>Brief Title</c>; null where it gives none.</summary>
    public string? Title { get; init; }

    /// <summary>The structure whose parts can be asked about together.</summary>
    public const string Location = "Location";

    private const string LocationPath = "protocolSection.contactsLocationsModule.locations";

    /// <summary>True for a piece of one site.</summary>
    public bool IsOfLocation => Path.StartsWith(LocationPath + ".", StringComparison.Ordinal);

    /// <summary>Name of the property in the record.</summary>
    public string Field => Path[(Path.LastIndexOf('.') + 1)..];

    /// <summary>Path of the piece that holds it; empty for a section.</summary>
    public string ParentPath => Path.LastIndexOf('.') is var dot and > 0 ? Path[..dot] : "";

    /// <summary>True for a piece that has values, false for a structure.</summary>
    public bool IsLeaf => Kind != PieceKind.Structure;

    /// <summary>True for a piece whose values can be ordered: dates, times and numbers.</summary>
    public bool IsOrdered => Kind is PieceKind.Date or PieceKind.Time or PieceKind.Number;
}
