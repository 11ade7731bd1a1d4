namespace Trialist.Search.Places;

/// <summary>What a place is.</summary>
public enum PlaceKind
{
    /// <summary>A point given by coordinates.</summary>
    Point,

    /// <summary>A postal code.</summary>
    PostalCode,

    /// <summary>A city or town.</summary>
    City,

    /// <summary>A state or region with a site.</summary>
    Region,

    /// <summary>A country with a site.</summary>
    Country,
}
