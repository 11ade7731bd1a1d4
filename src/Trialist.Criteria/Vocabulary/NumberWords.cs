namespace Trialist.Criteria.Vocabulary;

/// <summary>Numbers written as words.</summary>
internal static class NumberWords
{
    private static readonly Dictionary<string, decimal> Values = new(StringComparer.Ordinal)
    {
        ["zero"] = 0, ["twice"] = 2, ["thrice"] = 3, ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["eleven"] = 11, ["twelve"] = 12, ["thirteen"] = 13, ["fourteen"] = 14, ["fifteen"] = 15, ["sixteen"] = 16, ["seventeen"] = 17, ["eighteen"] = 18, ["nineteen"] = 19,
        ["twenty"] = 20, ["thirty"] = 30, ["forty"] = 40, ["fifty"] = 50, ["sixty"] = 60, ["seventy"] = 70, ["eighty"] = 80, ["ninety"] = 90, ["hundred"] = 100,
    };

    public static IEnumerable<string> All => Values.Keys;

    public static bool TryGet(string? word, out decimal value)
    {
        value = 0;
        return word is not null && Values.TryGetValue(word, out value);
    }
}
