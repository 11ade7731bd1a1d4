namespace Trialist.Search.Pieces;

/// <summary>One of the registry's fixed lists of values.</summary>
/// <param name="Name">The registry's name, such as <c>Phase</c>.</param>
/// <param name="Values">The values, in the registry's order.</param>
public sealed record EnumType(string Name, ValueList<EnumValue> Values)
{
    private readonly Dictionary<string, string> byFoldedName = Values
        .SelectMany(value => new[] { (Key: Fold(value.Value), value.Value), (Key: Fold(value.Label), value.Value) })
        .DistinctBy(entry => entry.Key, StringComparer.Ordinal)
        .ToDictionary(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal);

    /// <summary>All lists, in the registry's order.</summary>
    public static ValueList<EnumType> All { get; } = EmbeddedTable.Rows("enum-values.tsv")
        .GroupBy(row => row[0], StringComparer.Ordinal)
        .Select(type => new EnumType(type.Key, type.Select(row => new EnumValue(row[1], row[2])).ToValueList()))
        .ToValueList();

    /// <summary>The pieces that hold values of this list.</summary>
    public IEnumerable<Piece> Pieces => PieceTable.All.Where(piece => piece.Kind == PieceKind.Enum && piece.Type == Name);

    /// <summary>The list of a name.</summary>
    /// <exception cref="ArgumentException">There is no such list.</exception>
    public static EnumType Named(string name) =>
        All.FirstOrDefault(type => type.Name == name) ?? throw new ArgumentException($"There is no list of values '{name}'.", nameof(name));

    /// <summary>The value that is written so, as value or as label, whatever its case and punctuation; null when there is none.</summary>
    public string? Find(string written) => byFoldedName.GetValueOrDefault(Fold(written));

    /// <inheritdoc />
    public bool Equals(EnumType? other) => Name == other?.Name;

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name);

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
