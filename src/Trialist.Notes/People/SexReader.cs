using Trialist.Notes.Text;

namespace Trialist.Notes.People;

/// <summary>Finds the person's sex: beside the age, else the first word that can only mean the person, else the pronouns where they agree.</summary>
internal static class SexReader
{
    private static readonly string[] Female = ["woman", "female", "girl", "lady", "F", "W"];
    private static readonly string[] Male = ["man", "male", "boy", "gentleman", "M"];
    private static readonly string[] FemaleSigns = ["pregnant", "postmenopausal", "gravida", "menopausal", "primigravida", "multigravida", "nulliparous", "multiparous", "hysterectomy"];
    private static readonly string[] FemalePronouns = ["she", "her", "hers", "herself"];
    private static readonly string[] MalePronouns = ["he", "his", "him", "himself"];

    /// <summary>How far after the age the word for the sex may stand: "58-year-old African-American woman".</summary>
    private const int NearAge = 10;

    public static (Sex Sex, int First, int End)? Find(string note, IReadOnlyList<NoteToken> tokens, int? ageEnd)
    {
        if (ageEnd is { } end)
        {
            for (var at = end; at < tokens.Count && at < end + NearAge; at++)
            {
                if (WordAt(note, tokens, at, letters: at <= end + 2) is { } sex)
                {
                    return (sex, at, at + 1);
                }

                // "58yoF" and "45yom" are one word.
                if (at == end && At(note, tokens, at - 1) is { } joined)
                {
                    return (joined, at - 1, at);
                }

                // "19 y.o. M": the full stop of the short form.
                if ((tokens[at].Is(note, '.') && !(at == end && tokens[at - 1].End - tokens[at - 1].Start <= 2)) || tokens[at].Is(note, ';'))
                {
                    break;
                }
            }
        }

        return FirstWord(note, tokens) ?? ByPronouns(note, tokens);
    }

    private static Sex? At(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        tokens[at].In(note).ToString().ToLowerInvariant() switch { "yof" or "yowoman" => Sex.Female, "yom" or "yoman" => Sex.Male, _ => null };

    private static Sex? WordAt(string note, IReadOnlyList<NoteToken> tokens, int at, bool letters)
    {
        if (!tokens[at].IsWord)
        {
            return null;
        }

        var word = tokens[at].In(note).ToString();
        if (word.Length == 1)
        {
            return !letters ? null : word is "F" or "W" or "f" ? Sex.Female : word is "M" or "m" ? Sex.Male : null;
        }

        return Array.Exists(Female, candidate => candidate.Length > 1 && candidate.Equals(word, StringComparison.OrdinalIgnoreCase)) ? Sex.Female
            : Array.Exists(Male, candidate => candidate.Length > 1 && candidate.Equals(word, StringComparison.OrdinalIgnoreCase)) ? Sex.Male
            : null;
    }

    private static (Sex, int, int)? FirstWord(string note, IReadOnlyList<NoteToken> tokens)
    {
        const int opening = 40;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (Array.Exists(FemaleSigns, word => tokens[at].IsWordOf(note, word)) || IsParity(tokens[at].In(note)))
            {
                return (Sex.Female, at, at + 1);
            }

            if (at < opening && (WordAt(note, tokens, at, letters: false) ?? TitleAt(note, tokens, at)) is { } sex)
            {
                return (sex, at, at + 1);
            }
        }

        return null;
    }

    // "Ms." with its full stop; without one it may be a disease.
    private static Sex? TitleAt(string note, IReadOnlyList<NoteToken> tokens, int at) => tokens[at].In(note) switch
    {
        "Mr" or "Mister" => Sex.Male,
        "Mrs" or "Miss" => Sex.Female,
        "Ms" when at + 1 < tokens.Count && tokens[at + 1].Is(note, '.') => Sex.Female,
        _ => null,
    };

    // G2P1, G3P2002
    private static bool IsParity(ReadOnlySpan<char> word) =>
        word.Length >= 4 && word[0] is 'G' or 'g' && char.IsAsciiDigit(word[1]) && word[2] is 'P' or 'p' && !word[3..].ContainsAnyExceptInRange('0', '9');

    private static (Sex, int, int)? ByPronouns(string note, IReadOnlyList<NoteToken> tokens)
    {
        int? female = null, male = null;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!tokens[at].IsWord)
            {
                continue;
            }

            female ??= Array.Exists(FemalePronouns, word => tokens[at].IsWordOf(note, word)) ? at : null;
            male ??= Array.Exists(MalePronouns, word => tokens[at].IsWordOf(note, word)) ? at : null;
        }

        return (female, male) switch
        {
            ({ } at, null) => (Sex.Female, at, at + 1),
            (null, { } at) => (Sex.Male, at, at + 1),
            _ => null,
        };
    }
}
