namespace Trialist.Fhir.Terms;

/// <summary>A concept of the record in the product's words.</summary>
/// <param name="Concept">Standard name and codes.</param>
/// <param name="Type">The kind of fact that the lexicon makes of it; null when the lexicon does not know it.</param>
internal readonly record struct Term(Concept Concept, LeafType? Type);
