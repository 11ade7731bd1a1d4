namespace Trialist.Model.Time;

/// <summary>A length of time as written.</summary>
/// <param name="Value">How many units; may be a fraction.</param>
/// <param name="Unit">UCUM: <c>a</c>, <c>mo</c>, <c>wk</c>, <c>d</c>, <c>h</c>, <c>min</c>; <c>[half-life]</c> for half-lives of a drug.</param>
/// <param name="Inclusive">False for "more than" and "less than".</param>
public readonly record struct Duration(decimal Value, string Unit, bool Inclusive = true);
