namespace Trialist.Criteria.Islands;

/// <summary>The singular of a name that no table holds: "gene-modified cell therapies" is one such therapy.</summary>
internal static class Singulars
{
    private const int ShortestPlural = 5;

    /// <summary>Words that end like a plural and are none, or that are named in the plural.</summary>
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal)
    {
        "diabetes", "herpes", "rabies", "scabies", "caries", "series", "species", "measles", "shingles", "ascites", "feces", "faeces", "hives",
        "metastases", "aids", "varices", "tinnitus", "menses", "sequelae",
        "always", "pancreas", "biceps", "triceps", "lens", "pus", "gas", "bias", "atlas", "christmas", "lupus", "kansas", "texas", "overseas",
        "whereas", "besides", "sometimes", "towards", "united states", "states", "graves", "hashimotos", "parkinsons", "alzheimers", "crohns",
        "sjogrens", "adipositas",
    };

    /// <summary>The words with the last one in the singular.</summary>
    public static string Of(string words)
    {
        var from = words.LastIndexOfAny([' ', '-', '/']) + 1;
        var last = words[from..];
        return last.Length < ShortestPlural || last[^1] != 's' || Kept.Contains(last) ? words : words[..from] + OfWord(last);
    }

    private static string OfWord(string word) => word switch
    {
        _ when word.EndsWith("ies", StringComparison.Ordinal) => $"{word[..^3]}y",
        _ when word.EndsWith("oses", StringComparison.Ordinal) && !word.EndsWith("doses", StringComparison.Ordinal) || word.EndsWith("yses", StringComparison.Ordinal) || word.EndsWith("crises", StringComparison.Ordinal) => $"{word[..^2]}is",
        _ when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("uses", StringComparison.Ordinal) && !word.EndsWith("auses", StringComparison.Ordinal) => word[..^2],
        _ when word[^2] is 's' or 'u' or 'i' || word.EndsWith("ites", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("ics", StringComparison.Ordinal) && IsScience(word) => word,
        _ => word[..^1],
    };

    // "genetics", "orthopedics"; but "antibiotics", "biologics".
    private static bool IsScience(string word) => word is "genetics" or "orthopedics" or "pediatrics" or "mechanics" or "hemodynamics" or "pharmacokinetics" or "pharmacodynamics" or "obstetrics" or "geriatrics" or "statistics" or "athletics" or "gymnastics" or "aerobics";
}
