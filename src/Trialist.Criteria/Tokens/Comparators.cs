using System.Buffers;

namespace Trialist.Criteria.Tokens;

/// <summary>The ways in which people type a comparison, longest first.</summary>
internal static class Comparators
{
    public static readonly (string Written, string Meaning)[] Written =
    [
        ("&gt;=", ">="), ("&lt;=", "<="), ("&gt;", ">"), ("&lt;", "<"), ("&ge;", ">="), ("&le;", "<="),
        ("> or equals to", ">="), ("< or equals to", "<="), (">or equal to", ">="), ("<or equal to", "<="), ("≥ or equal to", ">="), ("≤ or equal to", "<="), (">/equal to", ">="), ("</equal to", "<="), ("> than or equal to", ">="), ("< than or equal to", "<="),
        ("> / =", ">="), ("< / =", "<="), (">or=", ">="), ("<or=", "<="), (">or =", ">="), ("<or =", "<="), ("> or=", ">="), ("< or=", "<="), ("=or>", ">="), ("=or<", "<="), ("=or >", ">="), ("=or <", "<="), ("≥ =", ">="), ("≤ =", "<="), ("≥=", ">="), ("≤=", "<="), ("=≥", ">="), ("=≤", "<="), (">≥", ">="), ("<≤", "<="), ("≥>", ">="), ("≤<", "<="), ("> than", ">"), ("< than", "<"),
        ("> or = to", ">="), ("< or = to", "<="), ("> or equal to", ">="), ("< or equal to", "<="), ("= or > than", ">="), ("= or < than", "<="),
        ("> or =", ">="), ("< or =", "<="), ("= or >", ">="), ("= or <", "<="), ("> or equal", ">="), ("< or equal", "<="), (">/ =", ">="), ("</ =", "<="),
        (">/=", ">="), ("</=", "<="), ("=/>", ">="), ("=/<", "<="), ("\\>=", ">="), ("\\<=", "<="), (">\\=", ">="), ("<\\=", "<="), ("≥/=", ">="), ("≤/=", "<="),
        ("> =", ">="), ("< =", "<="), ("= >", ">="), ("= <", "<="), (">=", ">="), ("=>", ">="), ("<=", "<="), ("=<", "<="), (">_", ">="), ("<_", "<="), ("³ ", ">="), ("£ ", "<="), (">>", ">"), ("<<", "<"),
        ("+/-", "±"), ("+/−", "±"), ("±", "±"), ("≥", ">="), ("≤", "<="), ("⩾", ">="), ("⩽", "<="), ("≧", ">="), ("≦", "<="), ("≯", "<="), ("≮", ">="), ("＞", ">"), ("＜", "<"), ("˃", ">"), ("˂", "<"), ("〉", ">"), ("〈", "<"), ("＝", "="), ("﹥", ">"), ("﹤", "<"),
        (">", ">"), ("<", "<"), ("=", "="),
    ];

    private static readonly SearchValues<char> Beginnings = SearchValues.Create([.. Written.Select(pair => pair.Written[0]).Distinct()]);

    /// <summary>True when a comparison may begin with the character.</summary>
    public static bool MayBegin(char c) => Beginnings.Contains(c);

    private static readonly string[] Signs = Enumerable.Range(0, 128).Select(i => ((char)i).ToString()).ToArray();

    /// <summary>A sign as the grammar knows it; null for signs that it does not know.</summary>
    public static string? SignOf(char c) => c switch
    {
        < (char)128 => Signs[c],
        '“' or '”' => "\"",
        '‘' or '’' => "'",
        '×' or '✕' or '∗' => "x",
        '，' => ",",
        '；' => ";",
        '（' => "(",
        '）' => ")",
        '：' => ":",
        '。' => ".",
        '、' => ",",
        '／' or '⁄' or '∕' => "/",
        '～' => "~",
        _ => null,
    };
}
