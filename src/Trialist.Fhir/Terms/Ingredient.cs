namespace Trialist.Fhir.Terms;

/// <summary>One active ingredient of a product and the route that the dose form names.</summary>
internal readonly record struct Ingredient(Concept Concept, string? Route);
