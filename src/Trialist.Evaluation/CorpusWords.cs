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

    /// <summary>True when several words, marked apart, make up a spelling of the name together: "PaO2" and "FiO2" the ratio of both.</summary>
    public static bool IsMadeOf(IReadOnlyCollection<string> pieces, string name)
    {
        var words = pieces.SelectMany(Folded).ToHashSet(StringComparer.Ordinal);
        return words.Count > 1 && Lexicon.Default.ByName(name) is { } known && known.Synonyms.Any(synonym => words.SetEquals(Folded(synonym)));
    }

    /// <summary>True when the letters are the first letters of the name's words, or of a spelling of it: "PD" and "probing depth". Small words and the number of a version are left out: "ASI-3" and "anxiety sensitivity index".</summary>
    public static bool IsInitialism(string letters, string name)
    {
        var wanted = letters.Replace("-", "", StringComparison.Ordinal).Trim();
        wanted = wanted.TrimEnd("0123456789".ToCharArray()) is { Length: > 1 } named ? named : wanted;
        return Initials(name) == wanted || (Lexicon.Default.ByName(name) is { } known && known.Synonyms.Any(synonym => Initials(synonym) == wanted));
    }

    private static string? Initials(string name)
    {
        var initials = string.Concat(name.Split([' ', '-', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => word is not ("and" or "of" or "the" or "for")).Select(word => char.ToUpperInvariant(word[0])));
        return initials.Length > 1 ? initials : null;
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
