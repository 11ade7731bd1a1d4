using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Structure;

/// <summary>Finds how the words of a criterion join the list under it: "one of the following", "all of", "at least two of".</summary>
internal static class CombineWords
{
    private static readonly (string Words, int AtLeast)[] Counts =
    [
        ("at least two", 2), ("at least 2", 2), ("two or more", 2), ("2 or more", 2), ("≥2 of", 2), ("≥ 2 of", 2), ("two of the", 2), ("2 of the", 2), ("any two", 2), ("any 2", 2), ("two out of", 2),
        ("at least three", 3), ("at least 3", 3), ("three or more", 3), ("3 or more", 3), ("≥3 of", 3), ("≥ 3 of", 3), ("three of the", 3), ("3 of the", 3), ("any three", 3),
        ("at least four", 4), ("at least 4", 4), ("four or more", 4), ("4 or more", 4), ("four of the", 4), ("4 of the", 4),
        ("at least five", 5), ("at least 5", 5), ("five or more", 5), ("5 or more", 5), ("five of the", 5), ("5 of the", 5),
        ("1 or more of", 1), ("one or more of", 1), ("at least 1", 1), ("≥1 of", 1), ("≥ 1 of", 1),
    ];

    private static readonly PhraseList Any =
        new("one of the", "1 of the", "at least one", "any of", "any one", "either", "one of these", "one or more", "any following", "or more of the following", "the following types", "the following diseases", "the following diagnoses", "such as", "including", "for example");

    private static readonly PhraseList All =
        new("all of", "all the", "meet all", "each of", "both of", "and all", "as follows", "the following criteria", "following requirements", "following conditions are met", "must meet the following", "must have the following", "the following must", "the following laboratory", "all criteria");

    // "adequate organ function including": every item of the list is asked for.
    private static readonly PhraseList Measured = new("function incl", "functions incl", "function, incl", "function such as", "function as incl", "function at", "function with", "laboratory", "parameters", "requirements");

    private static readonly PhraseList Chosen = new("one of", "1 of", "at least one", "any of", "any one", "either", "one or more", "any following");

    private static readonly PhraseList Reached = new("follow", "criteria", " of these");

    private static readonly PhraseList Counted = new([.. Counts.Select(count => count.Words)]);

    /// <summary>What the words say.</summary>
    internal readonly record struct Meaning(bool All, int AtLeast, bool Certain);

    public static Meaning? Find(ReadOnlySpan<char> words)
    {
        foreach (var (phrase, count) in Reached.OccursIn(words) && Counted.OccursIn(words) ? Counts : [])
        {
            var at = words.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0 && Reaches(words[at..]) && !IsTime(words[(at + phrase.Length)..]))
            {
                return new Meaning(false, count, true);
            }
        }

        return Any.OccursIn(words) && !(Measured.OccursIn(words) && !Chosen.OccursIn(words)) ? new Meaning(false, 0, true) : All.OccursIn(words) ? new Meaning(true, 0, true) : null;
    }

    /// <summary>How the children of a block join.</summary>
    public static Combine Of(string text, Block block)
    {
        if (Find(block.WordsOf(text)) is { } meaning)
        {
            return meaning.AtLeast > 0 ? new Combine.AtLeast(meaning.AtLeast) : meaning.All ? new Combine.All() : new Combine.Any();
        }

        // "… or" at the end of an item joins the whole list, as does "… and".
        foreach (var child in block.Children)
        {
            var words = child.WordsOf(text).TrimEnd(" .;,:*");
            if (words.EndsWith(" or", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" and/or", StringComparison.OrdinalIgnoreCase) || words is "or" or "OR" || words.StartsWith("or ", StringComparison.OrdinalIgnoreCase))
            {
                return new Combine.Any();
            }

            if (words.EndsWith(" and", StringComparison.OrdinalIgnoreCase) || words.EndsWith(" plus", StringComparison.OrdinalIgnoreCase))
            {
                return new Combine.All();
            }
        }

        return block.Section == Section.Exclusion ? new Combine.Any() : new Combine.All();
    }

    // "at least 3 months prior to screening by one of the following"
    private static bool IsTime(ReadOnlySpan<char> rest)
    {
        var next = rest.TrimStart(" -");
        return next.StartsWith("month", StringComparison.OrdinalIgnoreCase) || next.StartsWith("week", StringComparison.OrdinalIgnoreCase) || next.StartsWith("day", StringComparison.OrdinalIgnoreCase) || next.StartsWith("year", StringComparison.OrdinalIgnoreCase) || next.StartsWith("hour", StringComparison.OrdinalIgnoreCase);
    }

    // The count must be about the list, not about something else: "at least 2 … of the following".
    private static bool Reaches(ReadOnlySpan<char> rest) => rest[..Math.Min(rest.Length, 80)].Contains("follow", StringComparison.OrdinalIgnoreCase) || rest[..Math.Min(rest.Length, 60)].Contains("criteria", StringComparison.OrdinalIgnoreCase) || rest[..Math.Min(rest.Length, 50)].Contains(" of these", StringComparison.OrdinalIgnoreCase);
}
