namespace Trialist.Model.Concepts;

/// <summary>A code of one code system. Codes of different systems are never equal.</summary>
/// <param name="System">The code system.</param>
/// <param name="Value">The code as the system writes it.</param>
public readonly record struct Code(CodeSystem System, string Value);
