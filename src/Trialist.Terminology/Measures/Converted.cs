namespace Trialist.Terminology.Measures;

/// <summary>A quantity in another unit.</summary>
/// <param name="Quantity">The value in the unit asked for.</param>
/// <param name="Exact">True when the conversion is by definition and the value needed no rounding; false for conventional clinical factors.</param>
/// <param name="Tolerance">How far, relative to the value, a rounded conventional factor may lie from the true one; 0 for conversions by definition.</param>
/// <param name="Source">Who states the factor.</param>
public readonly record struct Converted(Quantity Quantity, bool Exact, decimal Tolerance, string Source);
