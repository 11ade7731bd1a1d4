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
    // Records write whole words; who asks also writes short ones. "m" could be minutes, but nobody gives an age so.
    private static readonly (string[] Names, long Minutes)[] Units =
    [
        (["year", "yr", "y"], 525_960), (["month", "mth", "mon", "mo", "m"], 43_830), (["week", "wk", "w"], 10_080),
        (["day", "d"], 1_440), (["hour", "hr", "h"], 60), (["minute", "min"], 1),
    ];

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

    /// <summary>A span of time in minutes: "18 Years", "6 months", "6 mo", "18 yrs", "18d"; null when it is none.</summary>
    public static long? MinutesOf(string value)
    {
        var text = value.AsSpan().Trim();
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits <= 0 || !int.TryParse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var unit = text[digits..].Trim().TrimEnd('.');
        foreach (var (names, minutes) in Units)
        {
            foreach (var name in names)
            {
                if (unit.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (unit.Length == name.Length || (name.Length > 1 && unit[name.Length..] is "s" or "S")))
                {
                    return count * minutes;
                }
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
