namespace Trialist.Search.Facets;

/// <summary>One value of a facet.</summary>
/// <param name="Value">The registry's own value.</param>
/// <param name="Count">Studies found that have it; for a facet that is filtered by, as if its own filter were not set.</param>
/// <param name="Selected">True when the search is filtered by it.</param>
public sealed record FacetValue(string Value, int Count, bool Selected);
