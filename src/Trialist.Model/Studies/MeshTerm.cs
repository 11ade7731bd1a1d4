namespace Trialist.Model.Studies;

/// <summary>A MeSH term that the registry put on a study.</summary>
/// <param name="Id">Descriptor id, such as <c>D015470</c>; null when not given.</param>
/// <param name="Term">The heading.</param>
public sealed record MeshTerm(string? Id, string Term);
