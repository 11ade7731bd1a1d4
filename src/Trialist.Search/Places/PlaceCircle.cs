namespace Trialist.Search.Places;

/// <summary>A circle on the globe.</summary>
/// <param name="Latitude">Degrees north of its centre.</param>
/// <param name="Longitude">Degrees east of its centre.</param>
/// <param name="RadiusKm">Radius in kilometres; null for any distance (sites are then only measured).</param>
/// <param name="Name">The place as people write it; null for bare coordinates.</param>
public sealed record PlaceCircle(double Latitude, double Longitude, double? RadiusKm, string? Name = null)
{
    /// <summary>Kilometres in an international mile.</summary>
    public const double KilometresPerMile = 1.609344;

    /// <summary>Mean radius of the earth in kilometres (IUGG).</summary>
    public const double EarthRadiusKm = 6371.0088;
}
