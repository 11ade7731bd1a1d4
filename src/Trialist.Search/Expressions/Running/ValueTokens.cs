using System.Globalization;
using Trialist.Search.Indexing;
using Trialist.Search.Pieces;

namespace Trialist.Search.Expressions.Running;

/// <summary>Reads what an expression says of a piece that is no text.</summary>
internal static class ValueTokens
{
    /// <summary>The values that a written value stands for; null when it is none of the piece's kind.</summary>
    public static TokenSet? Of(Piece piece, string written)
    {
        switch (piece.Kind)
        {
            case PieceKind.Enum:
                return EnumType.Named(piece.Type).Find(written) is { } value ? TokenSet.One(piece.Name, value) : null;
            case PieceKind.Boolean:
                return Flag(written) is { } flag ? TokenSet.One(piece.Name, flag) : null;
            case PieceKind.Date:
                return Bound(piece, written, isUpper: false) is { } from && Bound(piece, written, isUpper: true) is { } to ? new TokenSet(piece.Name, from, to) : null;
            case PieceKind.Time or PieceKind.Number:
                return Bound(piece, written, isUpper: false) is { } token ? TokenSet.One(piece.Name, token) : null;
            default:
                return null;
        }
    }

    /// <summary>The values between two.</summary>
    /// <exception cref="ExpressionException">A bound is none of the piece's kind.</exception>
    public static TokenSet Between(Piece piece, Expression.Range range)
    {
        string? Read(string? written, bool isUpper) =>
            written is null ? null : Bound(piece, written, isUpper) ?? throw new ExpressionException($"'{written}' is not a value of `{piece.Name}`, which holds {Kind(piece)}");
        return new TokenSet(piece.Name, Read(range.From, isUpper: false), Read(range.To, isUpper: true));
    }

    /// <summary>What a piece holds, in words.</summary>
    public static string Kind(Piece piece) => piece.Kind switch
    {
        PieceKind.Date => "dates such as 2024, 2024-05 or 2024-05-31",
        PieceKind.Time => "times such as 18 Years or 6 Months",
        PieceKind.Number => "numbers",
        PieceKind.Boolean => "true or false",
        PieceKind.Point => "points on the map",
        PieceKind.Enum => $"one of {string.Join(", ", EnumType.Named(piece.Type).Values.Select(value => $"`{value.Value}`"))}",
        PieceKind.Text or PieceKind.Markup => "text",
        PieceKind.Structure => "no values of its own",
    };

    private static string? Bound(Piece piece, string written, bool isUpper)
    {
        if (piece.Kind != PieceKind.Date)
        {
            return PieceValues.TokenOf(piece, written);
        }

        var iso = FromAmerican(written);
        if (!isUpper || iso.Contains('T', StringComparison.Ordinal))
        {
            return PieceValues.DateToken(iso);
        }

        // To the end of the day, month or year that is written.
        return PartialDate.TryParse(iso, out var date) ? date.Latest.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + PieceValues.AfterAll : null;
    }

    // 01/31/2015, as the registry's help writes dates.
    private static string FromAmerican(string written) =>
        DateOnly.TryParseExact(written, ["M/d/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : written.Split('/') is [{ Length: 1 or 2 } month, { Length: 4 } year] ? $"{year}-{month.PadLeft(2, '0')}" : written;

    private static string? Flag(string written) => written.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "Y" => "true",
        "FALSE" or "NO" or "N" => "false",
        _ => null,
    };
}
