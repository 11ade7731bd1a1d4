namespace Trialist.Web.Studies;

/// <summary>Criteria as a page lists them.</summary>
/// <param name="Nodes">The criteria, children under their parents.</param>
/// <param name="English">True to say them in plain English, with the original words below.</param>
internal sealed record CriteriaListing(IReadOnlyList<CriteriaTree.Node> Nodes, bool English);
