namespace Trialist.Model.Quantities;

/// <summary>One end of a clinical limit, as written.</summary>
/// <param name="Value">The number as written, before any conversion.</param>
/// <param name="Inclusive">True when the number itself is admitted (≤, ≥, "at least"), false for &lt; and &gt;.</param>
public readonly record struct Bound(decimal Value, bool Inclusive);
