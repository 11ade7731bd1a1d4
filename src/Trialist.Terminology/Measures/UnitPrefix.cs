namespace Trialist.Terminology.Measures;

/// <summary>A decimal prefix, with the ways of writing it before a symbol and before a word.</summary>
internal sealed record UnitPrefix(string Code, int Exponent, string[] Symbols, string Word)
{
    public static readonly UnitPrefix[] All =
    [
        new("G", 9, ["G"], "giga"),
        new("M", 6, ["M"], "mega"),
        new("k", 3, ["k", "K"], "kilo"),
        new("h", 2, ["h"], "hecto"),
        new("d", -1, ["d"], "deci"),
        new("c", -2, ["c"], "centi"),
        new("m", -3, ["m"], "milli"),
        new("u", -6, ["u", "mc"], "micro"),
        new("n", -9, ["n"], "nano"),
        new("p", -12, ["p"], "pico"),
        new("f", -15, ["f"], "femto"),
    ];

    public Rational Factor => Rational.Pow(new Rational(10, 1), Exponent);
}
