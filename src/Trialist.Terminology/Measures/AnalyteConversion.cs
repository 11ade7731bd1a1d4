namespace Trialist.Terminology.Measures;

/// <summary>A conventional clinical conversion: canonical value = value × <paramref name="Factor"/> + <paramref name="Offset"/>, or value ÷ <paramref name="Factor"/> where the source states the inverse.</summary>
/// <param name="Unit">The unit converted from, in UCUM.</param>
/// <param name="Factor">Exact decimal factor, as the source states it.</param>
/// <param name="Offset">Exact decimal offset; 0 for all but a few, such as HbA1c.</param>
/// <param name="Divides">True when the value is divided by the factor: 88.4 for µmol/L of creatinine to mg/dL.</param>
/// <param name="Source">Who states the factor.</param>
public readonly record struct AnalyteConversion(string Unit, decimal Factor, decimal Offset, bool Divides, string Source)
{
    /// <summary>Half a unit of the factor's last decimal place, relative to the factor: how far the conventional factor may be from the true one.</summary>
    public decimal Tolerance
    {
        get
        {
            decimal place = 1;
            for (var i = 0; i < Factor.Scale; i++)
            {
                place /= 10;
            }

            // A whole factor is a change of name or by definition, not a rounded number; 1.0 is rounded.
            return Factor.Scale == 0 ? 0 : place / 2 / Factor;
        }
    }

    /// <summary>A value in <see cref="Unit"/> in the canonical unit.</summary>
    internal Rational ToCanonical(Rational value) => (value * Slope) + Rational.From(Offset);

    /// <summary>A value in the canonical unit in <see cref="Unit"/>.</summary>
    internal Rational FromCanonical(Rational value) => (value - Rational.From(Offset)) / Slope;

    private Rational Slope => Divides ? Rational.One / Rational.From(Factor) : Rational.From(Factor);
}
