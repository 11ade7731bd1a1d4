namespace Trialist.Terminology.Folding;

/// <summary>Single characters brought to one spelling: case, accents, full-width forms, superscript and subscript digits.</summary>
internal static class CharacterFold
{
    private const int TableSize = 0x2200;

    private static readonly (char Plain, string Marked)[] Decompositions =
    [
        ('a', "àáâãäåāăąǎ"), ('c', "çćĉċč"), ('d', "ďđð"), ('e', "èéêëēĕėęě"), ('g', "ĝğġģ"), ('h', "ĥħ"), ('i', "ìíîïĩīĭįı"), ('j', "ĵ"), ('k', "ķ"),
        ('l', "ĺļľŀł"), ('n', "ñńņňŉ"), ('o', "òóôõöøōŏő"), ('r', "ŕŗř"), ('s', "śŝşš"), ('t', "ţťŧ"), ('u', "ùúûüũūŭůűų"), ('w', "ŵ"), ('y', "ýÿŷ"), ('z', "źżž"),
        ('0', "⁰₀"), ('1', "¹₁"), ('2', "²₂"), ('3', "³₃"), ('4', "⁴₄"), ('5', "⁵₅"), ('6', "⁶₆"), ('7', "⁷₇"), ('8', "⁸₈"), ('9', "⁹₉"),
        ('+', "⁺₊"), ('-', "⁻₋"),
    ];

    private static readonly char[] Table = Build();

    /// <summary>The folded character; letters are lower case and without accents.</summary>
    public static char Of(char c) => c < TableSize ? Table[c] : c;

    /// <summary>The English name of a Greek letter; null for any other character.</summary>
    public static string? GreekName(char c) => c switch
    {
        'α' or 'Α' => "alpha",
        'β' or 'Β' or 'ß' => "beta",
        'γ' or 'Γ' => "gamma",
        'δ' or 'Δ' => "delta",
        'ε' or 'Ε' => "epsilon",
        'ζ' => "zeta",
        'θ' => "theta",
        'κ' or 'Κ' => "kappa",
        'λ' or 'Λ' => "lambda",
        'µ' or 'μ' => "mu",
        'ω' or 'Ω' => "omega",
        _ => null,
    };

    /// <summary>True for marks that stand inside words and say nothing: trade marks, soft hyphens, zero-width characters.</summary>
    public static bool IsIgnorable(char c) => c is '®' or '™' or '©' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    /// <summary>True for hyphens and dashes of every kind.</summary>
    public static bool IsHyphen(char c) => c is '-' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212';

    /// <summary>True for apostrophes of every kind.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '\u2019' or '\u2018' or '`' or '\u00B4';

    private static char[] Build()
    {
        var table = new char[TableSize];
        for (var i = 0; i < TableSize; i++)
        {
            table[i] = char.ToLowerInvariant((char)i);
        }

        // Globalisation is invariant in the whole product, so that the runtime knows no decompositions.
        foreach (var (plain, marked) in Decompositions)
        {
            foreach (var c in marked)
            {
                table[c] = plain;
                table[char.ToUpperInvariant(c)] = plain;
            }
        }

        return table;
    }
}
