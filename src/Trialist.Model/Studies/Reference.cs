namespace Trialist.Model.Studies;

/// <summary>A publication about a study.</summary>
/// <param name="Pmid">PubMed number; null when not given.</param>
/// <param name="Type">The registry's type, such as <c>RESULT</c>; null when not given.</param>
/// <param name="Citation">The citation as written.</param>
public sealed record Reference(string? Pmid, string? Type, string Citation);
