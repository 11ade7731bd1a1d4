using Trialist.Search.Indexing;

namespace Trialist.Search.Filters;

/// <summary>A filter that is set, ready to test studies.</summary>
/// <param name="Name">Its name, as in <see cref="Facets.FacetName"/>.</param>
/// <param name="Passes">True when a study of a segment passes.</param>
internal sealed record ActiveFilter(string Name, Func<SegmentColumns, int, bool> Passes);
