namespace Trialist.Model.Studies;

/// <summary>A sponsor or collaborator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Class">The registry's agency class, such as <c>INDUSTRY</c>; null when not given.</param>
public sealed record Organization(string Name, string? Class);
