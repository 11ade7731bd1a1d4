namespace Trialist.Model.Studies;

/// <summary>A page elsewhere that a study names.</summary>
/// <param name="Label">What it is; null when not given.</param>
/// <param name="Url">Its address as written; not trusted.</param>
public sealed record Link(string? Label, string Url);
