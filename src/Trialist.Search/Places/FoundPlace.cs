namespace Trialist.Search.Places;

/// <summary>A place that was typed and is known.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">As people write it, such as "Boston, Massachusetts, United States".</param>
/// <param name="Latitude">Degrees north; of a region or country, the middle of its sites.</param>
/// <param name="Longitude">Degrees east.</param>
/// <param name="Studies">Studies with a site there; 0 for coordinates, and for places that have none.</param>
public sealed record FoundPlace(PlaceKind Kind, string Name, double Latitude, double Longitude, int Studies)
{
    /// <summary>Country; empty for coordinates.</summary>
    public string Country { get; init; } = "";

    /// <summary>State or region; empty when there is none.</summary>
    public string Region { get; init; } = "";

    /// <summary>City; empty when the place is wider than one.</summary>
    public string City { get; init; } = "";

    /// <summary>The country or region that this is; null for places from which distances mean something.</summary>
    public PlaceArea? Area => Kind switch
    {
        PlaceKind.Country => new PlaceArea(Country, Region: null),
        PlaceKind.Region => new PlaceArea(Country, Region),
        _ => null,
    };

    /// <summary>The circle of this radius around the place; null for any distance.</summary>
    public PlaceCircle Within(double? radiusKm) => new(Latitude, Longitude, radiusKm, Name);
}
