namespace Trialist.Terminology.Measures;

/// <summary>One row of <c>units.tsv</c>.</summary>
/// <param name="Code">UCUM symbol.</param>
/// <param name="Dimension">Powers of base quantities.</param>
/// <param name="Factor">Size in base units.</param>
/// <param name="Offset">Base value at zero, for temperatures.</param>
/// <param name="Prefixes">Symbols of the prefixes that it takes.</param>
internal sealed record UnitAtom(string Code, Dimension Dimension, Rational Factor, Rational Offset, string[] Prefixes)
{
    /// <summary>True for lengths, which are written with exponents: m², mm3.</summary>
    public bool IsLength { get; } = Dimension.ToString() == "L1";
}
