namespace Trialist.Model.Quantities;

/// <summary>A number with its unit.</summary>
/// <param name="Value">The exact decimal value.</param>
/// <param name="Unit">The unit in UCUM; null for a pure number.</param>
public readonly record struct Quantity(decimal Value, string? Unit);
