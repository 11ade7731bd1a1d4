using Trialist.Terminology;

namespace Trialist.Evaluation;

/// <summary>Whether words of an annotator and a name or unit of the engine mean the same.</summary>
internal static class CorpusWords
{
    /// <summary>Same words, case, punctuation, plural and articles apart.</summary>
    public static bool SameName(string left, string right) => Folded(left).SequenceEqual(Folded(right), StringComparer.Ordinal);

    /// <summary>True when the text begins with the given words.</summary>
    public static bool StartsWith(string text, string words) => Folded(text).Take(Folded(words).Count).SequenceEqual(Folded(words), StringComparer.Ordinal);

    /// <summary>True when the words of a unit, as annotators mark them in pieces, name the engine's unit. Words that name no known unit decide nothing.</summary>
    public static bool SameUnit(string words, string? unit)
    {
        string?[] known = [Units.Canonical(words), Units.Canonical("/" + words)];
        return known.All(code => code is null) || known.Contains(Units.Canonical(unit) ?? unit, StringComparer.Ordinal);
    }

    /// <summary>True when the words of a variable and the engine's name for it mean the same: one entry of the lexicon, or one word in common.</summary>
    public static bool SameVariable(string words, string name) =>
        Lexicon.Default.MatchesIn(words).Any(match => match.Entries.Any(entry => entry.Name == name))
        || Lexicon.Default.ByName(name) is { } known && known.Synonyms.Any(synonym => SameName(synonym, words))
        || Folded(words).Intersect(Folded(name.Replace('.', ' ')), StringComparer.Ordinal).Any();

    /// <summary>True when the letters are the first letters of the name's words: "PD" and "probing depth".</summary>
    public static bool IsInitialism(string letters, string name)
    {
        var initials = string.Concat(name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0])));
        return initials.Length > 1 && string.Equals(letters.Replace("-", "", StringComparison.Ordinal).Trim(), initials, StringComparison.Ordinal);
    }

    private static List<string> Folded(string words)
    {
        var folded = new List<string>();
        var start = -1;
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && char.IsLetterOrDigit(words[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = words[start..i].ToLowerInvariant();
                if (word is not ("the" or "a" or "an" or "of"))
                {
                    folded.Add(word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word);
                }

                start = -1;
            }
        }

        return folded;
    }
}
