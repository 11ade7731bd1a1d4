namespace Trialist.Search.Pieces;

/// <summary>All data pieces of the registry, in the order of the record.</summary>
public static class PieceTable
{
    private static readonly Dictionary<string, Piece> ByName;
    private static readonly Dictionary<string, Piece> ByPath;
    private static readonly ILookup<string, Piece> ByParent;

    static PieceTable()
    {
        All = EmbeddedTable.Rows("pieces.tsv").Select((row, number) => Read(row) with { Number = number }).ToValueList();
        ByName = All.ToDictionary(piece => piece.Name, StringComparer.Ordinal);
        ByPath = All.ToDictionary(piece => piece.Path, StringComparer.Ordinal);
        ByParent = All.ToLookup(piece => piece.ParentPath, StringComparer.Ordinal);
    }

    /// <summary>Every piece, each after the piece that holds it.</summary>
    public static ValueList<Piece> All { get; }

    /// <summary>The piece of a name, or of a path such as <c>protocolSection.designModule.phases</c>; null when there is none.</summary>
    public static Piece? Find(string nameOrPath) => ByName.GetValueOrDefault(nameOrPath) ?? ByPath.GetValueOrDefault(nameOrPath);

    /// <summary>The pieces right below one; the sections for null.</summary>
    public static IEnumerable<Piece> ChildrenOf(Piece? piece) => ByParent[piece?.Path ?? ""];

    /// <summary>The piece itself when it has values, else all pieces with values below it.</summary>
    public static IEnumerable<Piece> LeavesOf(Piece piece) => piece.IsLeaf ? [piece] : ChildrenOf(piece).SelectMany(LeavesOf);

    private static Piece Read(string[] row)
    {
        var isList = row[2].EndsWith("[]", StringComparison.Ordinal);
        var type = isList ? row[2][..^2] : row[2];
        var isEnum = type.StartsWith("enum ", StringComparison.Ordinal);
        return new Piece(row[0], row[1], isEnum ? type[5..] : type, isEnum ? PieceKind.Enum : KindOf(type), isList, row[3] == "1", row[4] == "1", row[5].Length == 0 ? [] : row[5].Split('+').ToValueList()) { Title = row[6].Length == 0 ? null : row[6] };
    }

    private static PieceKind KindOf(string type) => type switch
    {
        "text" or "keyword" => PieceKind.Text,
        "markup" => PieceKind.Markup,
        "boolean" => PieceKind.Boolean,
        "short" or "integer" or "long" or "number" => PieceKind.Number,
        "NormalizedDate" or "PartialDate" or "DateTimeMinutes" => PieceKind.Date,
        "NormalizedTime" => PieceKind.Time,
        "GeoPoint" => PieceKind.Point,
        _ => PieceKind.Structure,
    };
}
