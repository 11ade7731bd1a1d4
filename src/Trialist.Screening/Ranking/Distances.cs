using Trialist.Search.Places;

namespace Trialist.Screening.Ranking;

/// <summary>How far a person lives from a study.</summary>
internal static class Distances
{
    /// <summary>Kilometres to the nearest site along the great circle, open sites before closed ones; null when either place is not known.</summary>
    public static double? Nearest(Place? home, ValueList<Site> sites)
    {
        if (home is not { Latitude: { } latitude, Longitude: { } longitude })
        {
            return null;
        }

        double? open = null;
        double? any = null;
        foreach (var site in sites)
        {
            if (site is not { Latitude: { } lat, Longitude: { } lon })
            {
                continue;
            }

            var km = Between(latitude, longitude, lat, lon);
            any = Math.Min(any ?? km, km);
            open = site.Status is "RECRUITING" or "NOT_YET_RECRUITING" ? Math.Min(open ?? km, km) : open;
        }

        return open ?? any;
    }

    // The haversine formula, which keeps its digits for short distances.
    private static double Between(double latitude, double longitude, double toLatitude, double toLongitude)
    {
        var north = Math.Sin(double.DegreesToRadians(toLatitude - latitude) / 2);
        var east = Math.Sin(double.DegreesToRadians(toLongitude - longitude) / 2);
        var chord = (north * north) + (Math.Cos(double.DegreesToRadians(latitude)) * Math.Cos(double.DegreesToRadians(toLatitude)) * east * east);
        return 2 * PlaceCircle.EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
