namespace Trialist.Fhir.Resources;

/// <summary>One coding of a CodeableConcept. An unknown code system is <see cref="CodeSystem.Other"/>.</summary>
internal readonly record struct FhirCoding(CodeSystem System, string Code, string? Display);
