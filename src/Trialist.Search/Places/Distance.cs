using System.Buffers;
using System.Globalization;

namespace Trialist.Search.Places;

/// <summary>A distance as people write it: <c>50km</c>, <c>30 mi</c>, <c>25 miles</c>.</summary>
public static class Distance
{
    private static readonly SearchValues<char> NumberSigns = SearchValues.Create("0123456789.");

    /// <summary>Radii are taken up to half the way around the earth.</summary>
    public const double LongestKm = 20_038;

    /// <summary>Reads a distance in kilometres; a bare number is kilometres.</summary>
    public static bool TryParseKm(string? text, out double km)
    {
        km = 0;
        var trimmed = text.AsSpan().Trim();
        var digits = trimmed.IndexOfAnyExcept(NumberSigns);
        var number = digits < 0 ? trimmed : trimmed[..digits];
        if (!double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
        {
            return false;
        }

        var unit = digits < 0 ? "" : trimmed[digits..].Trim().ToString().ToLowerInvariant();
        km = unit switch
        {
            "" or "km" or "kilometer" or "kilometers" or "kilometre" or "kilometres" => value,
            "mi" or "mile" or "miles" => value * PlaceCircle.KilometresPerMile,
            "m" or "meter" or "meters" or "metre" or "metres" => value / 1000,
            _ => double.NaN,
        };
        return km is > 0 and <= LongestKm;
    }
}
