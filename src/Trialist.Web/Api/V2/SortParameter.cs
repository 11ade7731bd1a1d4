using System.Text.RegularExpressions;
using Trialist.Search.Expressions;
using Trialist.Search.Pieces;

namespace Trialist.Web.Api.V2;

/// <summary>Reads the order of studies.</summary>
internal static partial class SortParameter
{
    private const int MostKeys = 2;

    /// <summary>What stands for the order of relevance.</summary>
    public const string Relevance = "@relevance";

    /// <exception cref="ApiRefusal">An item is no order; in a strict request also: it is one a second time.</exception>
    public static ValueList<SortKey> Read(ApiParameters parameters)
    {
        if (parameters.List("sort") is not { } items)
        {
            return [];
        }

        if (items.Count > MostKeys)
        {
            throw ApiRefusal.BadRequest($"Parameter `sort` has too many items: at most {MostKeys} are allowed");
        }

        var keys = items.Select(KeyOf).ToValueList();
        return parameters.IsStrict && keys is [var first, var second] && first.Piece == second.Piece
            ? throw ApiRefusal.BadRequest($"Parameter `sort` has the same field twice: `{items[1]}`")
            : keys;
    }

    private static SortKey KeyOf(string item)
    {
        if (!Item().IsMatch(item))
        {
            throw ApiRefusal.BadRequest($"Parameter `sort` has incorrect format: `{item}`");
        }

        var parts = item.Split(':');
        bool? descending = parts.Length == 1 || parts[1].Length == 0 ? null : parts[1] == "desc";
        if (parts[0] == Relevance)
        {
            return new SortKey(null, descending ?? true);
        }

        return PieceTable.Find(parts[0]) switch
        {
            null => throw ApiRefusal.BadRequest($"Parameter 'sort' contains invalid field name: '{parts[0]}'").Meaning(parts[0], PieceTable.All.Where(known => known.IsOrdered).Select(known => known.Name)),
            { IsOrdered: true } piece => new SortKey(piece.Name, descending ?? piece.Kind == PieceKind.Date),
            var piece => throw ApiRefusal.BadRequest($"Unsupported sort field type: {piece.Type}"),
        };
    }

    [GeneratedRegex(@"^(([a-zA-Z][a-zA-Z0-9\-. ]*)|(@relevance))(:(asc|desc)?)?\z", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Item();
}
