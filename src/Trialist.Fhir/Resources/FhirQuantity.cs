namespace Trialist.Fhir.Resources;

/// <summary>A Quantity as written. <paramref name="Unit"/> is the UCUM code where the record gives one, else the printed unit.</summary>
internal readonly record struct FhirQuantity(decimal? Value, string? Comparator, string? Unit);
