using System.Collections.Frozen;

namespace Trialist.Criteria.Tokens;

/// <summary>The ways in which people type a comparison, longest first.</summary>
internal static class Comparators
{
    private static readonly (string Written, string Meaning)[] Written =
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

    private static readonly FrozenDictionary<char, (string Written, string Meaning)[]> ByFirst = Written.GroupBy(pair => pair.Written[0]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    /// <summary>The comparisons that may begin with the character, longest first.</summary>
    public static (string Written, string Meaning)[] BeginningWith(char c) => ByFirst.TryGetValue(c, out var written) ? written : [];

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
