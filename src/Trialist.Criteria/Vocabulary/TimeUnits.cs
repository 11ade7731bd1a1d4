namespace Trialist.Criteria.Vocabulary;

/// <summary>Words for lengths of time, and their UCUM codes.</summary>
internal static class TimeUnits
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["minute"] = "min", ["minutes"] = "min", ["mins"] = "min",
        ["hour"] = "h", ["hours"] = "h", ["hrs"] = "h", ["hr"] = "h", ["hours'"] = "h",
        ["day"] = "d", ["days"] = "d", ["days'"] = "d", ["d"] = "d",
        ["week"] = "wk", ["weeks"] = "wk", ["wk"] = "wk", ["wks"] = "wk", ["weeks'"] = "wk",
        ["month"] = "mo", ["months"] = "mo", ["mo"] = "mo", ["mos"] = "mo", ["mths"] = "mo", ["mth"] = "mo", ["months'"] = "mo", ["m"] = "mo",
        ["year"] = "a", ["years"] = "a", ["yr"] = "a", ["yrs"] = "a", ["y"] = "a", ["years'"] = "a", ["yo"] = "a", ["yeas"] = "a", ["year's"] = "a",
    };

    public static IEnumerable<string> All => Codes.Keys.Concat(["half", "lives", "life", "halflives"]);

    public static string? Of(string? word) => word is not null && Codes.TryGetValue(word, out var code) ? code : null;
}
