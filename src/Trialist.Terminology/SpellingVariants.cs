using System.Collections.Frozen;

namespace Trialist.Terminology;

/// <summary>Ways to write a term that follow from how it is written: glued or parted prefixes, roman numerals.</summary>
internal static class SpellingVariants
{
    /// <summary>After a prefix, at least so many letters must follow to make a word of its own.</summary>
    private const int ShortestStem = 4;

    private static readonly string[] Prefixes =
    [
        "anti", "non", "pre", "post", "peri", "hyper", "hypo", "intra", "inter", "multi", "neo", "poly", "immuno", "chemo", "radio",
        "cardio", "thrombo", "broncho", "gastro", "micro", "macro", "over", "re", "co", "un", "under", "extra", "trans", "sub", "auto", "bi",
    ];

    // By their first letter: most words of most terms begin with none, and a lexicon is read at every start.
    private static readonly string[][] PrefixesOfLetter = [.. Enumerable.Range('a', 'z' - 'a' + 1).Select(letter => Prefixes.Where(prefix => prefix[0] == letter).ToArray())];

    private static readonly FrozenSet<string> NumberedBy = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "type", "grade", "class", "stage", "phase", "factor", "bipolar", "level", "group");

    private static readonly (string Digit, string Roman)[] Romans = [("1", "I"), ("2", "II"), ("3", "III"), ("4", "IV"), ("5", "V")];

    /// <summary>The term itself and its variants, without repeats.</summary>
    public static IEnumerable<string> Of(string words) => MayVary(words) ? [words, .. Variants(words.Split(' '))] : [words];

    private static bool MayVary(ReadOnlySpan<char> words)
    {
        foreach (var part in words.Split(' '))
        {
            var word = words[part];
            if (word is [>= '1' and <= '5'])
            {
                return true;
            }

            foreach (var prefix in PrefixesFor(word))
            {
                if (word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> Variants(string[] parts)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            if (i > 0 && NumberedBy.Contains(parts[i - 1]) && Romans.FirstOrDefault(pair => pair.Digit == parts[i]).Roman is { } roman)
            {
                yield return Replace(parts, i, roman);
            }
        }

        // One word at a time keeps the number of variants linear in the length of the term.
        for (var i = 0; i < parts.Length; i++)
        {
            foreach (var variant in PrefixVariants(parts[i]))
            {
                yield return Replace(parts, i, variant);
            }
        }
    }

    private static IEnumerable<string> PrefixVariants(string word)
    {
        foreach (var prefix in PrefixesFor(word))
        {
            if (!word.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || word.Length < prefix.Length + ShortestStem)
            {
                continue;
            }

            if (word[prefix.Length] == '-')
            {
                var stem = word[(prefix.Length + 1)..];
                if (stem.Length >= ShortestStem && char.IsLower(stem[0]))
                {
                    yield return prefix + stem;
                }
            }
            else if (prefix.Length > 2 && char.IsLower(word[prefix.Length]))
            {
                yield return $"{prefix} {word[prefix.Length..]}";
            }
        }
    }

    private static string[] PrefixesFor(ReadOnlySpan<char> word) => word is [var first, ..] && char.IsAsciiLetter(first) ? PrefixesOfLetter[char.ToLowerInvariant(first) - 'a'] : [];

    private static string Replace(string[] parts, int index, string by) => string.Join(' ', parts[..index].Append(by).Concat(parts[(index + 1)..]));
}
