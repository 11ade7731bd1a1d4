namespace Trialist.Search.Facets;

/// <summary>A property of studies with its values, each counted on the studies that the search finds.</summary>
/// <param name="Name">The facet's name, such as <c>status</c>.</param>
/// <param name="Values">Its values, most studies first (years: latest first).</param>
public sealed record Facet(string Name, ValueList<FacetValue> Values);
