using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>Words that only say who judges: "in the opinion of the site investigator or the sponsor", "the researchers believe that".</summary>
internal static class JudgePhrases
{
    private static readonly FrozenSet<string> Nouns = KindsOfWords.Judges.Of("noun");
    private static readonly FrozenSet<string> Verbs = KindsOfWords.Judges.Of("verb");
    private static readonly FrozenSet<string> Beliefs = KindsOfWords.Judges.Of("belief");
    private static readonly FrozenSet<string> Persons = KindsOfWords.Judges.Of("person");
    private static readonly FrozenSet<string> Openings = KindsOfWords.Judges.Of("opening");
    private static readonly FrozenSet<string> Between = KindsOfWords.Judges.Of("between");
    private static readonly FrozenSet<string> Joins = KindsOfWords.Judges.Of("join");
    private static readonly FrozenSet<string> Copulas = KindsOfWords.Judges.Of("copula");

    /// <summary>True for a word that names who judges: "investigator's", "(PI)".</summary>
    public static bool NamesJudge(string word) => IsPerson(word.ToLowerInvariant());

    /// <summary>Where the first such phrase is among the words, in lower case; null where none is.</summary>
    public static (int From, int To)? Find(string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            var word = Bare(words[i]);
            if (Nouns.Contains(word) && AroundNoun(words, i) is { } said)
            {
                return said;
            }

            if (Verbs.Contains(word) && i + 1 < words.Length && words[i + 1] == "by" && Judges(words, i + 2) is var to && to > i + 2)
            {
                return (Before(words, i), After(words, to));
            }

            if (word == "according" && i + 1 < words.Length && words[i + 1] == "to" && Judges(words, i + 2) is var past && past > i + 2 && !(past < words.Length && Nouns.Contains(Bare(words[past]))))
            {
                return (i, After(words, past));
            }

            if (i == 0 && word == "by" && Judges(words, 1) is var all && all > 1 && !(all < words.Length && Nouns.Contains(Bare(words[all]))))
            {
                return (0, After(words, all));
            }

            if (IsPerson(words[i]) && Beliefs.Contains(i + 1 < words.Length ? words[i + 1] : "") && (i + 2 >= words.Length || words[i + 2] != "by"))
            {
                var from = i;
                while (from > 0 && !words[from - 1].EndsWith(',') && (Between.Contains(words[from - 1]) || IsPerson(words[from - 1]) || Joins.Contains(words[from - 1]) && from > 1 && IsPerson(words[from - 2])))
                {
                    from--;
                }

                return (from, i + 2 < words.Length && words[i + 2] == "that" ? i + 3 : i + 2);
            }
        }

        return null;
    }

    private static (int From, int To)? AroundNoun(string[] words, int noun)
    {
        var (from, last) = (noun, noun);
        var named = false;
        while (from > 0 && !words[from - 1].EndsWith(',') && (Openings.Contains(words[from - 1]) || Between.Contains(words[from - 1]) || IsPerson(words[from - 1]) || Joins.Contains(words[from - 1])))
        {
            from--;
            named |= IsPerson(words[from]);
        }

        while (from < noun && !Openings.Contains(words[from]) && !IsPerson(words[from]))
        {
            from++;
        }

        while (from == noun && noun > 0 && Between.Contains(words[from - 1]))
        {
            // "clinical judgment of the investigator"
            noun = --from;
        }

        var to = last + 1;
        if (!words[last].EndsWith(',') && to < words.Length && words[to] == "of")
        {
            var past = Judges(words, to + 1);
            named |= past > to + 1;
            to = past > to + 1 ? past : to;
        }

        return named ? (from, to) : null;
    }

    // "the investigator or the sponsor's medical monitor": past the last of those who judge.
    private static int Judges(string[] words, int index)
    {
        var past = index;
        for (var i = index; i < words.Length; i++)
        {
            if (IsPerson(words[i]))
            {
                past = i + 1;
            }
            else if (!Between.Contains(Bare(words[i])) && !Joins.Contains(words[i]))
            {
                break;
            }

            if (words[i].EndsWith(','))
            {
                break;
            }
        }

        // "the physician in charge"
        return past > index && past + 1 < words.Length && words[past] == "in" && Bare(words[past + 1]) == "charge" ? past + 2 : past;
    }

    // "that was judged by": who judges, all of it.
    private static int Before(string[] words, int index)
    {
        index -= index > 0 && words[index - 1] == "as" ? 1 : 0;
        if (index > 0 && Copulas.Contains(words[index - 1]))
        {
            index -= index > 1 && words[index - 2] is "that" or "which" or "who" ? 2 : 1;
        }

        return index;
    }

    private static int After(string[] words, int index)
    {
        if (index > 0 && words[index - 1].EndsWith(','))
        {
            return index;
        }

        index += index + 1 < words.Length && words[index] == "to" && words[index + 1] == "be" ? 2 : index < words.Length && words[index] is "as" or "to" ? 1 : 0;
        return index;
    }

    private static string Bare(string word) => word.Trim(',', '.', ';', ':', '(', ')');

    private static bool IsPerson(string word)
    {
        word = word.TrimEnd(',', '.', ';', ':', '?');
        if (word is ['(', .. var inner, ')'])
        {
            word = inner;
        }

        return Persons.Contains(word) || (word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("s'", StringComparison.Ordinal) || word.EndsWith("s’", StringComparison.Ordinal)) && Persons.Contains(word[^2] is '\'' or '’' ? word[..^2] : word[..^1]);
    }
}
