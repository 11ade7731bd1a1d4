namespace Trialist.Search.Places;

/// <summary>Counts the studies of a place and of the places inside it. Studies come one after another, so the last one seen tells a new one.</summary>
internal sealed class PlaceTally
{
    private int lastStudy = -1;
    private int lastOpenStudy = -1;
    private int sitesOnMap;
    private double latitudes;
    private double longitudes;

    public Dictionary<string, PlaceTally> Inside { get; } = new(StringComparer.Ordinal);

    public int Studies { get; private set; }

    public int OpenStudies { get; private set; }

    public PlaceTally At(string name)
    {
        if (!Inside.TryGetValue(name, out var inside))
        {
            Inside[name] = inside = new PlaceTally();
        }

        return inside;
    }

    public void Count(int study, bool isOpen, SitePlace place)
    {
        if (lastStudy != study)
        {
            lastStudy = study;
            Studies++;
        }

        if (isOpen && lastOpenStudy != study)
        {
            lastOpenStudy = study;
            OpenStudies++;
        }

        if (place.IsOnMap)
        {
            sitesOnMap++;
            latitudes += place.Latitude;
            longitudes += place.Longitude;
        }
    }

    public LocationNode ToNode(string name) =>
        new(name, Studies, OpenStudies, Inside.Select(inside => inside.Value.ToNode(inside.Key)).OrderByDescending(node => node.Studies).ThenBy(node => node.Name, StringComparer.Ordinal).ToValueList())
        {
            Latitude = sitesOnMap > 0 ? latitudes / sitesOnMap : null,
            Longitude = sitesOnMap > 0 ? longitudes / sitesOnMap : null,
        };

    /// <summary>The place to search around; null when none of its sites is on the map.</summary>
    public FoundPlace? ToPlace(PlaceKind kind, string country, string region = "", string city = "", string code = "") =>
        sitesOnMap == 0
            ? null
            : new FoundPlace(kind, string.Join(", ", new[] { code, city, region, country }.Where(part => part.Length > 0).Distinct(StringComparer.Ordinal)), latitudes / sitesOnMap, longitudes / sitesOnMap, Studies)
            {
                Country = country,
                Region = region,
                City = city,
            };
}
