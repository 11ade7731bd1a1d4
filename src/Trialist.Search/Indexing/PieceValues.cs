using System.Globalization;
using Trialist.Search.Pieces;

namespace Trialist.Search.Indexing;

/// <summary>How values that are no text stand in the index: such that their order as strings is their order.</summary>
internal static class PieceValues
{
    /// <summary>Sorts behind every token.</summary>
    public const string AfterAll = "~";

    private const int LongestValue = 256;

    // The registry's own measure of a year is that of AgeLimit: 365.25 days, of which a month is a twelfth.
    private static readonly (string Name, long Minutes)[] Units =
        [("year", 525_960), ("month", 43_830), ("week", 10_080), ("day", 1_440), ("hour", 60), ("minute", 1)];

    /// <summary>The token of a value; null for one that is none of its kind.</summary>
    public static string? TokenOf(Piece piece, string value) => piece.Kind switch
    {
        PieceKind.Date => DateToken(value),
        PieceKind.Time => MinutesOf(value) is { } minutes ? NumberToken(minutes) : null,
        PieceKind.Number => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? NumberToken(number) : null,
        PieceKind.Boolean => value is "true" or "false" ? value : null,
        _ => value.Length is > 0 and <= LongestValue ? value : null,
    };

    /// <summary>A date by its first day, with the time of day where it has one: 20240501, 202405011230.</summary>
    public static string? DateToken(string value)
    {
        var t = value.IndexOf('T', StringComparison.Ordinal);
        var day = t > 0 ? value[..t] : value;
        if (!PartialDate.TryParse(day, out var date))
        {
            return null;
        }

        var token = date.Earliest.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        return t > 0 && TimeOnly.TryParseExact(value[(t + 1)..], ["HH:mm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? token + time.ToString("HHmm", CultureInfo.InvariantCulture)
            : token;
    }

    /// <summary>A number as sixteen digits that sort as numbers do.</summary>
    public static string NumberToken(double number)
    {
        var bits = BitConverter.DoubleToInt64Bits(number == 0 ? 0 : number); // minus zero is zero
        var ordered = bits < 0 ? ~(ulong)bits : (ulong)bits | 0x8000_0000_0000_0000;
        return ordered.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>A span of time in minutes: "18 Years", "6 months", "18d", "64y"; null when it is none.</summary>
    public static long? MinutesOf(string value)
    {
        var text = value.AsSpan().Trim();
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var unit = text[digits..].Trim();
        foreach (var (name, minutes) in Units)
        {
            var isWhole = unit.StartsWith(name, StringComparison.OrdinalIgnoreCase) && unit[name.Length..] is "" or "s" or "S";
            // "m" could be minutes, but nobody gives an age so.
            if (isWhole || (unit.Length == 1 && char.ToLowerInvariant(unit[0]) == name[0]))
            {
                return count * minutes;
            }
        }

        return null;
    }

    /// <summary>What a token says as a number that sorts alike: dates as yyyyMMddHHmm, times in minutes.</summary>
    public static double OrderOf(Piece piece, ReadOnlySpan<byte> token)
    {
        if (piece.Kind == PieceKind.Date)
        {
            var number = long.Parse(token, NumberStyles.None, CultureInfo.InvariantCulture);
            return token.Length == 8 ? number * 10_000 : number;
        }

        var ordered = ulong.Parse(token, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return BitConverter.Int64BitsToDouble((ordered & 0x8000_0000_0000_0000) != 0 ? (long)(ordered & 0x7FFF_FFFF_FFFF_FFFF) : (long)~ordered);
    }
}
