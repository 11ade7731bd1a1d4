using System.Collections.Concurrent;
using Trialist.Terminology.Measures;

namespace Trialist.Terminology;

/// <summary>Units of measure: read as written, kept in UCUM, converted exactly.</summary>
public static class Units
{
    /// <summary>Multiples of the upper limit of normal.</summary>
    public const string UpperLimitOfNormal = "[ULN]";

    /// <summary>Multiples of the lower limit of normal.</summary>
    public const string LowerLimitOfNormal = "[LLN]";

    /// <summary>A text that makes more than so many different units is not about medicine; further ones are not remembered.</summary>
    private const int MostRemembered = 10_000;

    private const string ByDefinition = "UCUM";

    private static readonly ConcurrentDictionary<string, Unit?> Known = new(StringComparer.Ordinal);

    /// <summary>Finds the longest unit that starts at the index, as people write it.</summary>
    /// <param name="text">The text; pass a slice to keep a unit from crossing its end.</param>
    /// <param name="start">Index of the first unit of the words: after the number and its blank, at "x" of "x 10^9/L", at "/" of "/mm3".</param>
    /// <param name="match">The unit and its words.</param>
    public static bool TryMatch(ReadOnlySpan<char> text, int start, out UnitMatch match)
    {
        match = default;
        var reader = new WrittenUnitReader(text, start, UnitTable.Default);
        if (start >= text.Length || reader.Read() is not { } code || Of(code) is not { } unit)
        {
            return false;
        }

        match = new UnitMatch(start, reader.End, unit, reader.OfPredicted);
        return true;
    }

    /// <summary>Parses a whole unit, in UCUM or as people write it.</summary>
    public static bool TryParse(string? written, out Unit unit)
    {
        unit = null!;
        var trimmed = written?.Trim() ?? "";
        if (trimmed.Length == 0)
        {
            return false;
        }

        if (Of(trimmed) is { } exact)
        {
            unit = exact;
            return true;
        }

        if (TryMatch(trimmed, 0, out var match) && match.End == trimmed.Length)
        {
            unit = match.Unit;
            return true;
        }

        return false;
    }

    /// <summary>The canonical UCUM spelling of a unit as written; null when it is not one.</summary>
    public static string? Canonical(string? written) => TryParse(written, out var unit) ? unit.Code : null;

    /// <summary>True when quantities in both units can be compared without knowing the analyte.</summary>
    public static bool SameDimension(string left, string right) =>
        TryParse(left, out var one) && TryParse(right, out var other) && one.Dimension == other.Dimension;

    /// <summary>Brings a quantity to another unit.</summary>
    /// <param name="quantity">The value with its unit.</param>
    /// <param name="toUnit">The unit wanted, in UCUM or as written.</param>
    /// <param name="analyte">What was measured; needed between amounts of substance and mass, and for other conventional factors.</param>
    /// <returns>Null when the units do not fit each other or are not known.</returns>
    public static Converted? Convert(Quantity quantity, string toUnit, AnalyteProfile? analyte = null)
    {
        if (quantity.Unit == toUnit)
        {
            return new Converted(quantity, true, 0, ByDefinition);
        }

        if (!TryParse(quantity.Unit, out var from) || !TryParse(toUnit, out var to))
        {
            return null;
        }

        // An analyte's own row comes first: 53 mmol/mol of HbA1c are 7.0 %, not 5.3 %.
        return analyte is not null && (from.Dimension != to.Dimension || Names(analyte, from) || Names(analyte, to))
            ? Through(quantity.Value, from, to, analyte)
            : from.Dimension == to.Dimension ? Finish(((Rational.From(quantity.Value) * from.Factor) + from.Offset - to.Offset) / to.Factor, to, 0, ByDefinition) : null;
    }

    /// <summary>The unit with the UCUM spelling; null when it is none.</summary>
    internal static Unit? Of(string code)
    {
        if (Known.TryGetValue(code, out var known))
        {
            return known;
        }

        var unit = new UcumReader(code, UnitTable.Default.Atoms).Read();
        if (Known.Count < MostRemembered)
        {
            Known.TryAdd(code, unit);
        }

        return unit;
    }

    private static bool Names(AnalyteProfile analyte, Unit unit) => analyte.Conversions.AsSpan().IndexOfUnit(unit.Code) >= 0;

    private static Converted? Through(decimal value, Unit from, Unit to, AnalyteProfile analyte)
    {
        if (Of(analyte.Unit) is not { } canonical)
        {
            return null;
        }

        var tolerance = 0m;
        var source = ByDefinition;
        var number = Rational.From(value);
        if (Find(analyte, canonical, from) is { } entering)
        {
            number = entering.Conversion.ToCanonical(number * from.Factor / entering.Unit.Factor);
            (tolerance, source) = (entering.Conversion.Tolerance, entering.Conversion.Source);
        }
        else if (from.Dimension == canonical.Dimension)
        {
            number = number * from.Factor / canonical.Factor;
        }
        else
        {
            return null;
        }

        if (Find(analyte, canonical, to) is { } leaving)
        {
            return Finish(leaving.Conversion.FromCanonical(number) * leaving.Unit.Factor / to.Factor, to, tolerance + leaving.Conversion.Tolerance, leaving.Conversion.Source);
        }

        return to.Dimension == canonical.Dimension ? Finish(number * canonical.Factor / to.Factor, to, tolerance, source) : null;
    }

    /// <summary>The conversion that names the unit, else one whose unit has its dimension; null where the canonical unit's own dimension does.</summary>
    private static (AnalyteConversion Conversion, Unit Unit)? Find(AnalyteProfile analyte, Unit canonical, Unit unit)
    {
        var named = analyte.Conversions.AsSpan().IndexOfUnit(unit.Code);
        if (named >= 0)
        {
            return (analyte.Conversions[named], unit);
        }

        if (unit.Dimension == canonical.Dimension)
        {
            return null;
        }

        foreach (var conversion in analyte.Conversions)
        {
            if (Of(conversion.Unit) is { } other && other.Dimension == unit.Dimension)
            {
                return (conversion, other);
            }
        }

        return null;
    }

    private static int IndexOfUnit(this ReadOnlySpan<AnalyteConversion> conversions, string code)
    {
        for (var i = 0; i < conversions.Length; i++)
        {
            if (conversions[i].Unit == code)
            {
                return i;
            }
        }

        return -1;
    }

    private static Converted? Finish(Rational value, Unit to, decimal tolerance, string source) =>
        value.TryToDecimal(out var number, out var exact) ? new Converted(new Quantity(number, to.Code), exact && source == ByDefinition, tolerance, source) : null;
}
