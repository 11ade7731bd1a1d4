using System.Globalization;
using Trialist.Search.Places;

namespace Trialist.Web.Words;

/// <summary>Distances as people say them.</summary>
internal static class Distances
{
    /// <summary>A distance in words.</summary>
    /// <param name="km">In kilometres.</param>
    /// <param name="inMiles">True for a person who asked in miles.</param>
    public static string InWords(double km, bool inMiles = false)
    {
        var (distance, one, many) = inMiles ? (km / PlaceCircle.KilometresPerMile, "mile", "miles") : (km, "km", "km");
        return distance switch
        {
            < 1 => $"less than 1 {one}",
            < 10 when distance.ToString("0.#", CultureInfo.InvariantCulture) is var number => $"{number} {(number == "1" ? one : many)}",
            _ => $"{Counts.Plain((int)Math.Round(distance))} {many}",
        };
    }

    /// <summary>True for a distance that was written in miles.</summary>
    public static bool IsInMiles(string? written) => written?.Contains("mi", StringComparison.OrdinalIgnoreCase) == true;
}
