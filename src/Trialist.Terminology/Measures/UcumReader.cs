using System.Numerics;

namespace Trialist.Terminology.Measures;

/// <summary>Reads UCUM expressions over the atoms of <c>units.tsv</c>: <c>mg/(24.h)</c>, <c>10*9/L</c>, <c>mL/min/{1.73_m2}</c>.</summary>
internal ref struct UcumReader(string code, IReadOnlyDictionary<string, UnitAtom> atoms)
{
    private const int DeepestNesting = 8;
    private const int LongestCode = 64;
    private const int LargestExponent = 20;

    private readonly string code = code;
    private readonly IReadOnlyDictionary<string, UnitAtom> atoms = atoms;
    private int at;
    private Rational offset;

    /// <summary>Reads the whole expression; null when it is not one.</summary>
    public Unit? Read()
    {
        if (code.Length is 0 or > LongestCode || !TryReadTerm(0, out var factor, out var dimension) || at != code.Length)
        {
            return null;
        }

        return new Unit(code, dimension, factor, offset);
    }

    private bool TryReadTerm(int depth, out Rational factor, out Dimension dimension)
    {
        factor = Rational.One;
        dimension = Dimension.None;
        if (depth > DeepestNesting)
        {
            return false;
        }

        var exponent = 1;
        if (at < code.Length && code[at] == '/')
        {
            exponent = -1;
            at++;
        }

        while (true)
        {
            if (!TryReadComponent(depth, out var part, out var powers))
            {
                return false;
            }

            factor *= Rational.Pow(part, exponent);
            dimension = dimension.Times(powers, exponent);
            if (at >= code.Length || code[at] is not ('.' or '/'))
            {
                return true;
            }

            exponent = code[at++] == '/' ? -1 : 1;
        }
    }

    private bool TryReadComponent(int depth, out Rational factor, out Dimension dimension)
    {
        factor = Rational.One;
        dimension = Dimension.None;
        if (at >= code.Length)
        {
            return false;
        }

        if (code[at] == '(')
        {
            at++;
            return TryReadTerm(depth + 1, out factor, out dimension) && at < code.Length && code[at++] == ')';
        }

        var from = at;
        while (at < code.Length && code[at] is not ('.' or '/' or '(' or ')'))
        {
            var close = code[at] switch { '{' => '}', '[' => ']', _ => '\0' };
            at = close == '\0' ? at + 1 : code.IndexOf(close, at) + 1;
            if (at == 0)
            {
                return false;
            }
        }

        return at > from && TryReadSimple(code[from..at], out factor, out dimension);
    }

    private bool TryReadSimple(string symbol, out Rational factor, out Dimension dimension)
    {
        factor = Rational.One;
        dimension = Dimension.None;
        if (atoms.TryGetValue(symbol, out var whole))
        {
            offset = code.Length == symbol.Length ? whole.Offset : Rational.Zero;
            factor = whole.Factor;
            dimension = whole.Dimension;
            return true;
        }

        if (symbol[0] == '{')
        {
            return symbol.IndexOf('}', StringComparison.Ordinal) == symbol.Length - 1;
        }

        if (symbol.StartsWith("10*", StringComparison.Ordinal) && int.TryParse(symbol.AsSpan(3), out var power) && Math.Abs(power) <= LargestExponent)
        {
            factor = Rational.Pow(new Rational(10, 1), power);
            return true;
        }

        if (char.IsDigit(symbol[0]))
        {
            return TryReadNumber(symbol, out factor);
        }

        var annotation = symbol.IndexOf('{', StringComparison.Ordinal);
        var bare = annotation > 0 ? symbol[..annotation] : symbol;
        var digits = bare.Length;
        while (digits > 0 && (char.IsDigit(bare[digits - 1]) || bare[digits - 1] == '-'))
        {
            digits--;
        }

        var exponent = 1;
        return digits > 0
            && (digits == bare.Length || (int.TryParse(bare.AsSpan(digits), out exponent) && Math.Abs(exponent) <= LargestExponent))
            && TryReadAtom(bare[..digits], exponent, out factor, out dimension);
    }

    private readonly bool TryReadAtom(string symbol, int exponent, out Rational factor, out Dimension dimension)
    {
        factor = Rational.One;
        dimension = Dimension.None;
        if (!atoms.TryGetValue(symbol, out var atom))
        {
            foreach (var prefix in UnitPrefix.All)
            {
                if (symbol.StartsWith(prefix.Code, StringComparison.Ordinal) && atoms.TryGetValue(symbol[prefix.Code.Length..], out atom) && atom.Prefixes.Contains(prefix.Code))
                {
                    factor = prefix.Factor;
                    break;
                }

                atom = null;
            }
        }

        if (atom is null)
        {
            return false;
        }

        factor = Rational.Pow(factor * atom.Factor, exponent);
        dimension = Dimension.None.Times(atom.Dimension, exponent);
        return true;
    }

    private static bool TryReadNumber(string digits, out Rational factor)
    {
        var isNumber = BigInteger.TryParse(digits, System.Globalization.NumberStyles.None, null, out var number) && !number.IsZero;
        factor = isNumber ? new Rational(number, 1) : Rational.One;
        return isNumber;
    }
}
