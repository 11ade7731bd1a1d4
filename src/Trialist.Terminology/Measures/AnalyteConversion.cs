namespace Trialist.Terminology.Measures;

/// <summary>A conventional clinical conversion: canonical value = value × <paramref name="Factor"/> + <paramref name="Offset"/>.</summary>
/// <param name="Unit">The unit converted from, in UCUM.</param>
/// <param name="Factor">Exact decimal factor, as the source states it.</param>
/// <param name="Offset">Exact decimal offset; 0 for all but a few, such as HbA1c.</param>
/// <param name="Source">Who states the factor.</param>
public readonly record struct AnalyteConversion(string Unit, decimal Factor, decimal Offset, string Source)
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

            // A factor of one is a change of name, not a rounded number.
            return Factor == 1 ? 0 : place / 2 / Factor;
        }
    }
}
