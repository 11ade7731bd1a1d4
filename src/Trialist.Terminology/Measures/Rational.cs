using System.Numerics;

namespace Trialist.Terminology.Measures;

/// <summary>An exact fraction in lowest terms with a positive denominator.</summary>
internal readonly struct Rational : IEquatable<Rational>
{
    /// <summary>Digits that a decimal surely holds.</summary>
    private const int SafeDigits = 28;

    private static readonly BigInteger LargestMantissa = (BigInteger)decimal.MaxValue;

    private readonly BigInteger? denominator;

    public Rational(BigInteger numerator, BigInteger denominator)
    {
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / divisor * denominator.Sign;
        this.denominator = BigInteger.Abs(denominator / divisor);
    }

    public static Rational One { get; } = new(1, 1);

    public static Rational Zero { get; } = new(0, 1);

    public BigInteger Numerator { get; }

    public BigInteger Denominator => denominator ?? 1;

    public static Rational From(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = (new BigInteger(unchecked((uint)bits[2])) << 64) | (new BigInteger(unchecked((uint)bits[1])) << 32) | unchecked((uint)bits[0]);
        return new Rational(bits[3] < 0 ? -mantissa : mantissa, BigInteger.Pow(10, (bits[3] >> 16) & 0xFF));
    }

    public static Rational Pow(Rational value, int exponent) => exponent >= 0
        ? new Rational(BigInteger.Pow(value.Numerator, exponent), BigInteger.Pow(value.Denominator, exponent))
        : new Rational(BigInteger.Pow(value.Denominator, -exponent), BigInteger.Pow(value.Numerator, -exponent));

    /// <summary>The nearest decimal; <paramref name="exact"/> is false when it had to be rounded. False when no decimal is that large.</summary>
    public bool TryToDecimal(out decimal value, out bool exact)
    {
        value = 0;
        exact = false;
        var whole = BigInteger.Abs(Numerator) / Denominator;
        if (whole > LargestMantissa)
        {
            return false;
        }

        var places = Math.Max(0, SafeDigits - (whole.IsZero ? 0 : whole.ToString().Length));
        var scale = BigInteger.Pow(10, places);
        var scaled = BigInteger.DivRem(BigInteger.Abs(Numerator) * scale, Denominator, out var rest);
        exact = rest.IsZero;
        if (rest * 2 >= Denominator)
        {
            scaled++;
        }

        value = (decimal)scaled / (decimal)scale;
        value = Numerator.Sign < 0 ? -value : value;
        return true;
    }

    public bool Equals(Rational other) => Numerator == other.Numerator && Denominator == other.Denominator;

    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    public static Rational operator *(Rational left, Rational right) => new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) => new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) => left + new Rational(-right.Numerator, right.Denominator);
}
