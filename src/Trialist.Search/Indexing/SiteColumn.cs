namespace Trialist.Search.Indexing;

/// <summary>A site of a study as the index keeps it: where it is and whether it takes people now.</summary>
/// <param name="Open">True when the site recruits: by its own status, else by the study's.</param>
/// <param name="Country">Empty when not given, as all names here.</param>
/// <param name="Region">State or region.</param>
/// <param name="City">City.</param>
/// <param name="Zip">Postal code.</param>
/// <param name="Latitude">Degrees north, or <see cref="NoLatitude"/>.</param>
/// <param name="Longitude">Degrees east.</param>
internal readonly record struct SiteColumn(bool Open, string Country, string Region, string City, string Zip, float Latitude, float Longitude)
{
    /// <summary>Latitude of a site whose place on the map is not known.</summary>
    public const float NoLatitude = float.NegativeInfinity;

    public static SiteColumn Of(Site site, string? studyStatus) => new(
        (site.Status ?? studyStatus) is "RECRUITING" or "AVAILABLE",
        site.Country ?? "", site.State ?? "", site.City ?? "", site.Zip ?? "",
        site.Latitude is { } latitude && site.Longitude is not null ? (float)latitude : NoLatitude,
        site.Latitude is not null && site.Longitude is { } longitude ? (float)longitude : 0);

    public void Write(BinaryWriter writer)
    {
        writer.Write(Open);
        writer.Write(Country);
        writer.Write(Region);
        writer.Write(City);
        writer.Write(Zip);
        writer.Write(Latitude);
        writer.Write(Longitude);
    }

    public static SiteColumn Read(BinaryReader reader) =>
        new(reader.ReadBoolean(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadSingle(), reader.ReadSingle());
}
