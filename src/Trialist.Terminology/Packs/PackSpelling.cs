namespace Trialist.Terminology.Packs;

/// <summary>Which names of a pack may be looked for where. Packs were not written for running text: short names of theirs are also plain words.</summary>
internal static class PackSpelling
{
    private const int ShortestWord = 5;
    private const int ShortestAcronym = 3;
    private const int ShortestForSearch = 3;

    /// <summary>The name as a spelling to be found in criteria and notes; null when it would be found where it is not meant.</summary>
    public static Spelling? ForText(string name, bool isBrand)
    {
        if (name.Contains(' ', StringComparison.Ordinal) || name.Contains('-', StringComparison.Ordinal))
        {
            return new Spelling(name, Capitals: isBrand, Ambiguous: true);
        }

        var isAcronym = name.Length >= ShortestAcronym && name.All(c => char.IsUpper(c) || char.IsDigit(c)) && name.Any(char.IsUpper);
        if (isAcronym)
        {
            // Three capital letters mean something else in every second study.
            return null;
        }

        return name.Length >= ShortestWord ? new Spelling(name, Capitals: isBrand, Ambiguous: true) : null;
    }

    /// <summary>True when the name may widen a search for its concept.</summary>
    public static bool IsForSearch(string name) => name.Length > ShortestForSearch;
}
