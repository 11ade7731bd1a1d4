using System.Globalization;

namespace Trialist.Web.Words;

/// <summary>Distances as people say them.</summary>
internal static class Distances
{
    public static string InWords(double km) => km switch
    {
        < 1 => "less than 1 km",
        < 10 => $"{km.ToString("0.#", CultureInfo.InvariantCulture)} km",
        _ => $"{Counts.Plain((int)Math.Round(km))} km",
    };
}
