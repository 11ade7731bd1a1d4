using Lucene.Net.Documents;
using Lucene.Net.Index;

namespace Trialist.Search.Indexing;

/// <summary>Names and kinds of the index's fields. A data piece of the registry is a field of the same name; a search area with many pieces is one field more.</summary>
internal static class StudyFields
{
    /// <summary>Version of the index's layout: an index of another layout must be rebuilt.</summary>
    public const string Layout = "10";

    public const string LayoutKey = "trialist.layout";

    /// <summary>The key of a study: its number.</summary>
    public const string Id = "id";

    /// <summary>What a result row shows, as JSON.</summary>
    public const string Row = "row";

    /// <summary>What filters and facets read, packed.</summary>
    public const string Columns = "columns";

    /// <summary>Whole folded names of conditions and treatments, for suggestions: <c>c|asthma|Asthma</c>.</summary>
    public const string Suggestion = "suggestion";

    /// <summary>What records say of one thing's names: <c>keytruda\tpembrolizumab</c>.</summary>
    public const string Alias = "alias";

    /// <summary>Words of the eligibility text before its exclusions, for ranking by what a study asks for.</summary>
    public const string Inclusion = "inclusion";

    /// <summary>Unstemmed words of titles, conditions and treatments, for spelling.</summary>
    public const string Spelling = "spelling";

    /// <summary>Names of the pieces that a record holds.</summary>
    public const string Held = "held";

    /// <summary>Lengths of a record's lists: <c>Phase:2</c>.</summary>
    public const string Sizes = "sizes";

    /// <summary>Positions between two values of one piece, so that no phrase spans them.</summary>
    public const int ValueGap = 100;

    /// <summary>Positions between two values of one piece at one site.</summary>
    public const int GapAtSite = 20;

    /// <summary>Positions of one site in the fields of sites; words beyond share the last one.</summary>
    public const int SiteStride = 1024;

    /// <summary>Sites that are told apart; later ones count as the last (the largest real study has some 2,500).</summary>
    public const int MostSites = 100_000;

    /// <summary>Areas that are so wide that a word is looked up in one combined field instead of each piece.</summary>
    public static readonly Areas.SearchArea[] CombinedAreas = [Areas.SearchArea.Basic, Areas.SearchArea.Condition, Areas.SearchArea.Intervention, Areas.SearchArea.Outcome];

    /// <summary>Whole words with their places.</summary>
    public static readonly FieldType Text = Frozen(new FieldType { IsIndexed = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS });

    /// <summary>Words with their weighted counts only: the combined fields.</summary>
    public static readonly FieldType Weighted = Frozen(new FieldType { IsIndexed = true, IndexOptions = IndexOptions.DOCS_AND_FREQS });

    /// <summary>Pairs of common words with their counts; scores take the length of the piece that they stand in.</summary>
    public static readonly FieldType Counted = Frozen(new FieldType { IsIndexed = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS });

    /// <summary>Words and values of which only the studies are kept.</summary>
    public static readonly FieldType Unweighted = Frozen(new FieldType { IsIndexed = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_ONLY });

    /// <summary>Whole words with their places, of pieces that no area ranks by.</summary>
    public static readonly FieldType PlainText = Frozen(new FieldType { IsIndexed = true, OmitNorms = true, IndexOptions = IndexOptions.DOCS_AND_FREQS_AND_POSITIONS });

    private static readonly HashSet<string> RankedPieces = [.. Areas.SearchArea.All.SelectMany(area => area.Parts).Select(part => part.Piece), "DetailedDescription"];

    private static readonly HashSet<string> PairedPieces =
        [.. Pieces.PieceTable.All.Where(piece => piece.Kind is Pieces.PieceKind.Text or Pieces.PieceKind.Markup && RankedPieces.Contains(piece.Name) && !piece.IsOfLocation).Select(piece => piece.Name)];

    /// <summary>True for a piece that areas rank by.</summary>
    public static bool IsRanked(Pieces.Piece piece) => RankedPieces.Contains(piece.Name);

    /// <summary>True for a text whose pairs of common words are indexed.</summary>
    public static bool HasPairs(string piece) => PairedPieces.Contains(piece);

    /// <summary>The field of a piece's pairs of common words.</summary>
    public static string PairsOf(string piece) => $"{piece}/pairs";

    /// <summary>How a piece is indexed.</summary>
    public static FieldType TypeOf(Pieces.Piece piece) => piece.Kind switch
    {
        Pieces.PieceKind.Text or Pieces.PieceKind.Markup => IsRanked(piece) ? Text : PlainText,
        _ => piece.IsOfLocation || piece.Name == Pieces.Piece.Location ? PlainText : Unweighted,
    };

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
