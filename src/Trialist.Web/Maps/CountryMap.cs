using System.Globalization;
using Trialist.Search.Places;

namespace Trialist.Web.Maps;

/// <summary>A country with a mark for each of its places, in hundredths of a degree; the sheet shows where the marks are.</summary>
/// <param name="Outline">Path data of the country.</param>
/// <param name="ViewBox">The part that is shown.</param>
/// <param name="Stretch">How much wider a degree of latitude is than one of longitude here, as an SVG transform.</param>
/// <param name="Marks">The places.</param>
internal sealed record CountryMap(string Outline, string ViewBox, string Stretch, IReadOnlyList<CountryMap.Mark> Marks)
{
    private const double Margin = 150;
    private const double Least = 500;

    internal sealed record Mark(string Name, int Studies, string X, string Y, string Radius);

    /// <summary>Draws a country; null where it has no outline or none of its places is on the map.</summary>
    public static CountryMap? Of(LocationNode country)
    {
        var places = country.Inside.SelectMany(region => region.Inside).Where(city => city is { Latitude: not null, Longitude: not null }).ToList();
        if (CountryOutline.Of(country.Name) is not { } outline || places.Count == 0)
        {
            return null;
        }

        // Plate carrée, narrowed at the middle latitude so that shapes look right there.
        var narrow = Math.Max(0.2, Math.Cos(places.Average(place => place.Latitude!.Value) * Math.PI / 180));
        var (left, right) = (places.Min(place => place.Longitude!.Value) * 100 * narrow, places.Max(place => place.Longitude!.Value) * 100 * narrow);
        var (top, bottom) = (-places.Max(place => place.Latitude!.Value) * 100, -places.Min(place => place.Latitude!.Value) * 100);
        var width = Math.Max(Least, right - left) + Margin * 2;
        var height = Math.Max(Least * 0.6, bottom - top) + Margin * 2;
        var (x, y) = (((left + right) / 2) - (width / 2), ((top + bottom) / 2) - (height / 2));
        var unit = Math.Max(width, height) / 100;
        var most = places.Max(place => place.Studies);
        return new CountryMap(outline, $"{N(x)} {N(y)} {N(width)} {N(height)}", $"scale({N(narrow)} 1)",
        [
            .. places.OrderByDescending(place => place.Studies).Take(400).Select(place => new Mark(
                place.Name, place.Studies, N(place.Longitude!.Value * 100 * narrow), N(place.Latitude!.Value * -100), N(unit * (0.5 + Math.Sqrt((double)place.Studies / most) * 1.5)))),
        ]);
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
