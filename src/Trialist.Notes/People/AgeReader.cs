using Trialist.Notes.Text;

namespace Trialist.Notes.People;

/// <summary>Finds the person's age: "45-year-old man", "58 yo F", "48 M", "aged 63", "3-month-old".</summary>
internal static class AgeReader
{
    private const int OldestPerson = 125;
    private const int MonthsThatAreYears = 24;

    private static readonly string[] YearWords = ["year", "years", "yr", "yrs", "y"];
    private static readonly string[] Relatives = ["brother", "sister", "mother", "father", "son", "daughter", "husband", "wife", "twin", "boyfriend", "girlfriend", "aunt", "uncle", "grandmother", "grandfather", "grandson", "granddaughter", "sibling", "cousin", "niece", "nephew", "partner", "fiance"];
    private static readonly string[] SexWords = ["man", "woman", "male", "female", "boy", "girl", "lady", "gentleman"];
    private static readonly string[] SexLetters = ["M", "F", "W", "m", "f"];

    private static readonly string[] Ones = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    private static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    /// <summary>Years or months, and the words that say so; null when no words do.</summary>
    public static (int? Years, int? Months, int First, int End)? Find(string note, IReadOnlyList<NoteToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            if (NumberAt(note, tokens, at) is not var (number, after))
            {
                if (tokens[at].IsWordOf(note, "newborn") || tokens[at].IsWordOf(note, "neonate"))
                {
                    return (null, 0, at, at + 1);
                }

                continue;
            }

            if (ReadAt(note, tokens, at, number, after) is { } age)
            {
                return age;
            }
        }

        return null;
    }

    private static (int?, int?, int, int)? ReadAt(string note, IReadOnlyList<NoteToken> tokens, int at, int number, int after)
    {
        var unit = SkipHyphen(note, tokens, after);
        // "years of age" and "aged 45 years" need no "old"; "for 3 years" has neither.
        var introduced = at > 0 && (tokens[at - 1].IsWordOf(note, "aged") || tokens[at - 1].IsWordOf(note, "age") || (tokens[at - 1].Is(note, ':') && at > 1 && tokens[at - 2].IsWordOf(note, "age")));
        var atAnEvent = introduced && at > 1 && (tokens[at - 2].IsWordOf(note, "at") || tokens[at - 2].IsWordOf(note, "of") || tokens[at - 2].IsWordOf(note, "under"));
        if (atAnEvent)
        {
            return null;
        }

        if (unit < tokens.Count && UnitAt(note, tokens, unit) is var (kind, afterUnit))
        {
            var end = OldAt(note, tokens, afterUnit);
            if (end is null && !introduced && !IsSexLetter(note, tokens, afterUnit) && !IsSexWord(note, tokens, SkipHyphen(note, tokens, afterUnit)) && !IsShortForm(note, tokens, unit))
            {
                return null;
            }

            return IsOfRelative(note, tokens, end ?? afterUnit) ? null : Of(kind, number, at, end ?? afterUnit);
        }

        if (introduced)
        {
            return Of('y', number, at, after);
        }

        // "48 M", "74M": a number and a capital letter, at the start of a sentence or after an article.
        // "Age/Sex: 45/F"
        if (tokens[at].IsNumber && after + 1 < tokens.Count && tokens[after].Is(note, '/') && IsSexLetter(note, tokens, after + 1) && char.IsUpper(note[tokens[after + 1].Start]) && tokens[after + 1].Start == tokens[after].End && OpensSentence(note, tokens, at))
        {
            return Of('y', number, at, after);
        }

        return IsSexLetter(note, tokens, after) && tokens[at].IsNumber && char.IsUpper(note[tokens[after].Start]) && OpensSentence(note, tokens, at) ? Of('y', number, at, after) : null;
    }

    private static (int?, int?, int, int)? Of(char unit, int number, int first, int end) => unit switch
    {
        'y' => number <= OldestPerson ? (number, null, first, end) : null,
        'm' => number >= MonthsThatAreYears ? (number <= OldestPerson * 12 ? (number / 12, null, first, end) : null) : (null, number, first, end),
        'w' => number <= 200 ? (null, number * 7 * 12 / 365, first, end) : null,
        _ => number <= 700 ? (null, number * 12 / 365, first, end) : null,
    };

    private static (char Unit, int End)? UnitAt(string note, IReadOnlyList<NoteToken> tokens, int at)
    {
        var word = tokens[at].In(note).ToString().ToLowerInvariant();
        if (!tokens[at].IsWord)
        {
            return null;
        }

        if (word is "yo" or "yof" or "yom" or "yoman" or "yowoman")
        {
            return ('y', at + 1);
        }

        // "y/o", "y.o.", "y o"
        if (word == "y" && at + 2 < tokens.Count && tokens[at + 2].IsWordOf(note, "o"))
        {
            return ('y', at + 3);
        }

        return Array.Exists(YearWords, candidate => candidate == word) ? ('y', at + 1)
            : word is "month" or "months" or "mo" or "mos" ? ('m', at + 1)
            : word is "week" or "weeks" or "wk" or "wks" ? ('w', at + 1)
            : word is "day" or "days" ? ('d', at + 1)
            : null;
    }

    private static bool IsShortForm(string note, IReadOnlyList<NoteToken> tokens, int at)
    {
        var word = tokens[at].In(note);
        return word.StartsWith("yo", StringComparison.OrdinalIgnoreCase) || (word.Equals("y", StringComparison.OrdinalIgnoreCase) && at + 2 < tokens.Count && tokens[at + 2].IsWordOf(note, "o"));
    }

    private static int? OldAt(string note, IReadOnlyList<NoteToken> tokens, int at)
    {
        at = SkipHyphen(note, tokens, at);
        if (at < tokens.Count && (tokens[at].IsWordOf(note, "old") || tokens[at].IsWordOf(note, "o")))
        {
            return at + 1;
        }

        return at + 1 < tokens.Count && tokens[at].IsWordOf(note, "of") && tokens[at + 1].IsWordOf(note, "age") ? at + 2 : null;
    }

    private static int SkipHyphen(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        at < tokens.Count && (tokens[at].Is(note, '-') || tokens[at].Is(note, '–') || tokens[at].Is(note, '.') || tokens[at].Is(note, ',')) ? at + 1 : at;

    private static bool IsSexLetter(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        at < tokens.Count && Array.Exists(SexLetters, letter => tokens[at].In(note).SequenceEqual(letter));

    private static bool IsSexWord(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        at < tokens.Count && Array.Exists(SexWords, word => tokens[at].IsWordOf(note, word));

    private static bool OpensSentence(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        at == 0 || tokens[at - 1].Kind is NoteTokenKind.Break or NoteTokenKind.Symbol || tokens[at - 1].IsWordOf(note, "a") || tokens[at - 1].IsWordOf(note, "an") || tokens[at - 1].IsWordOf(note, "is");

    private static bool IsOfRelative(string note, IReadOnlyList<NoteToken> tokens, int at) =>
        at < tokens.Count && Array.Exists(Relatives, word => tokens[at].IsWordOf(note, word));

    private static (int Number, int After)? NumberAt(string note, IReadOnlyList<NoteToken> tokens, int at)
    {
        if (tokens[at].IsNumber)
        {
            return int.TryParse(tokens[at].In(note), out var number) ? (number, at + 1) : null;
        }

        if (!tokens[at].IsWord)
        {
            return null;
        }

        var word = tokens[at].In(note).ToString().ToLowerInvariant();
        if (Array.IndexOf(Ones, word) is var one and >= 0)
        {
            return (one + 1, at + 1);
        }

        if (Array.IndexOf(Tens, word) is var ten and >= 0)
        {
            var next = SkipHyphen(note, tokens, at + 1);
            var unit = next < tokens.Count ? Array.IndexOf(Ones, tokens[next].In(note).ToString().ToLowerInvariant()) : -1;
            return unit is >= 0 and < 9 ? (((ten + 2) * 10) + unit + 1, next + 1) : ((ten + 2) * 10, at + 1);
        }

        return null;
    }
}
