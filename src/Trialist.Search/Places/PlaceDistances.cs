using Trialist.Search.Indexing;

namespace Trialist.Search.Places;

/// <summary>How far every place of the index is from the centre of a circle, computed once a search.</summary>
/// <remarks>Places are points on the unit sphere; squares of chords compare as distances do and need no trigonometry.</remarks>
internal sealed class PlaceDistances
{
    private const double NotOnMap = double.PositiveInfinity;

    private readonly PlaceTable places;
    private readonly double[] chords;
    private readonly double radiusChord;

    public PlaceDistances(PlaceTable places, PlaceCircle circle)
    {
        this.places = places;
        HasRadius = circle.RadiusKm is not null;
        radiusChord = circle.RadiusKm is { } km ? ChordOf(km) : NotOnMap;
        chords = new double[places.Count];
        var (x, y, z) = Vector(circle.Latitude, circle.Longitude);
        for (var i = 0; i < chords.Length; i++)
        {
            var place = places[i];
            if (!place.IsOnMap)
            {
                chords[i] = NotOnMap;
                continue;
            }

            var (dx, dy, dz) = (place.X - x, place.Y - y, place.Z - z);
            chords[i] = (dx * dx) + (dy * dy) + (dz * dz);
        }
    }

    public bool HasRadius { get; }

    /// <summary>The point of a latitude and longitude on the unit sphere.</summary>
    public static (double X, double Y, double Z) Vector(double latitude, double longitude)
    {
        var (sinLat, cosLat) = Math.SinCos(double.DegreesToRadians(latitude));
        var (sinLon, cosLon) = Math.SinCos(double.DegreesToRadians(longitude));
        return (cosLat * cosLon, cosLat * sinLon, sinLat);
    }

    /// <summary>True when one of the sites lies in the circle.</summary>
    public bool AnyWithin(ReadOnlySpan<int> sites)
    {
        foreach (var site in sites)
        {
            if (Chord(site) <= radiusChord)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The nearest site, or the nearest open one; null when none is on the map.</summary>
    public (SitePlace Place, double Km, bool Open)? Nearest(ReadOnlySpan<int> sites, bool onlyOpen)
    {
        var (best, nearest) = (NotOnMap, 0);
        foreach (var site in sites)
        {
            // Of several sites in one place the open one counts.
            var isOpen = (site & SegmentColumns.OpenBit) != 0;
            var chord = Chord(site);
            if ((isOpen || !onlyOpen) && (chord < best || chord == best && isOpen && !double.IsInfinity(best)))
            {
                (best, nearest) = (chord, site);
            }
        }

        return double.IsInfinity(best) ? null : (places[nearest & ~SegmentColumns.OpenBit], KmOf(best), (nearest & SegmentColumns.OpenBit) != 0);
    }

    /// <summary>Sorts near before far and, of those in the circle, open before closed; smaller is earlier.</summary>
    public double SortKey(ReadOnlySpan<int> sites)
    {
        const double Behind = 8; // more than the square of any chord
        var (open, any) = (NotOnMap, NotOnMap);
        foreach (var site in sites)
        {
            var chord = Chord(site);
            any = Math.Min(any, chord);
            if ((site & SegmentColumns.OpenBit) != 0)
            {
                open = Math.Min(open, chord);
            }
        }

        return open <= radiusChord && !double.IsInfinity(open) ? open : Behind + any;
    }

    // A study written while this search runs may stand at a place that is newer than the distances.
    private double Chord(int site) => (site & ~SegmentColumns.OpenBit) is var number && number < chords.Length ? chords[number] : NotOnMap;

    private static double ChordOf(double km)
    {
        var half = Math.Sin(Math.Min(km / PlaceCircle.EarthRadiusKm, Math.PI) / 2);
        return 4 * half * half;
    }

    private static double KmOf(double chord) => 2 * PlaceCircle.EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord) / 2));
}
