namespace Trialist.Search.Places;

/// <summary>A country, or a region of one.</summary>
/// <param name="Country">As the registry writes it.</param>
/// <param name="Region">As the registry writes it; null for the whole country.</param>
public sealed record PlaceArea(string Country, string? Region)
{
    /// <summary>True when a site lies in it.</summary>
    internal bool Holds(SitePlace site) => site.Country == Country && (Region is null || site.Region == Region);
}
