namespace Trialist.Fhir.Terms;

/// <summary>A code whose fact is of another kind than its resource says. A null type makes no fact at all.</summary>
internal sealed record SpecialCode(LeafType? Type, string Name, Presence? Presence, FactStatus? Status);
