namespace Trialist.Search.Places;

/// <summary>A country, region or city with its studies, for browsing.</summary>
/// <param name="Name">Its name; empty for the cities of a country that name no region.</param>
/// <param name="Studies">Studies with a site in it.</param>
/// <param name="OpenStudies">Studies with a site in it that takes people now.</param>
/// <param name="Inside">Regions of a country, cities of a region; most studies first.</param>
public sealed record LocationNode(string Name, int Studies, int OpenStudies, ValueList<LocationNode> Inside)
{
    /// <summary>Degrees north of the middle of its sites; null when none is on the map.</summary>
    public double? Latitude { get; init; }

    /// <summary>Degrees east of the middle of its sites; null when none is on the map.</summary>
    public double? Longitude { get; init; }
}
