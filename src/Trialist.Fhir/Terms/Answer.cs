namespace Trialist.Fhir.Terms;

/// <summary>What a coded or printed answer says of the thing that was asked.</summary>
internal sealed record Answer(Presence? Presence, FactStatus? Status, string? Result, decimal? Value);
