namespace Trialist.Search.Results;

/// <summary>What one filter takes away from a search.</summary>
/// <param name="Filter">Name of the filter, as in <see cref="Facets.FacetName"/>.</param>
/// <param name="Count">Studies that would be found without it and are not found with it.</param>
public sealed record FilterLoss(string Filter, int Count);
