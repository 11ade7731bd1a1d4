using System.Buffers;

namespace Trialist.Criteria.Structure;

/// <summary>Knows section headings that lack the word "criteria" or a colon: "General Exclusion", "Who cannot?", "You can not join if you".</summary>
internal static class ShortHeadings
{
    private const int LongestNamed = 6;
    private const int LongestOpening = 48;
    private const int MostWordsBefore = 3;

    private static readonly SearchValues<char> NeverBefore = SearchValues.Create(".;:()<>≤≥0123456789");

    private static readonly string[] Admits =
        ["who can take part", "who can join", "who may take part", "you may be able to join if you", "you can join if you", "to be included, a person must", "to take part you must"];

    private static readonly string[] Refuses =
    [
        "no inclusion if", "not suitable", "not selected", "not entered", "not for", "must not", "and must not", "who cannot", "who can not",
        "who cannot take part", "who cannot join",
        "you cannot join if", "you cannot join if you", "you can not join if", "you can not join if you", "you may not join if you",
        "you cannot take part if you", "we do not include", "we do not include those with",
    ];

    // After these words "inclusion" is a moment ("age at inclusion") or a deed, not the name of a section.
    private static readonly string[] NoName = ["at", "before", "after", "of", "to", "for", "from", "prior", "since", "during", "upon", "on", "until", "the", "study", "trial", "by", "with", "without", "or", "and", "no", "not", "needed", "an", "is", "are"];

    /// <summary>The section that a short heading opens; null when the words are none.</summary>
    /// <param name="bare">The line in lower case, without marks and closing colon.</param>
    /// <param name="words">How many words it has.</param>
    public static Section? SectionOf(ReadOnlySpan<char> bare, int words)
    {
        var line = bare.TrimEnd(" ?:");
        if (Holds(Refuses, line))
        {
            return Section.Exclusion;
        }

        if (Holds(Admits, line))
        {
            return Section.Inclusion;
        }

        return words > LongestNamed ? null
            : IsNamed(line, "exclusion") ? Section.Exclusion
            : IsNamed(line, "inclusion") ? Section.Inclusion
            : null;
    }

    /// <summary>True when the words before a colon are one of the headings that lack the word "inclusion" or "exclusion".</summary>
    public static bool Opens(ReadOnlySpan<char> words)
    {
        Span<char> buffer = stackalloc char[LongestOpening];
        words = words.Trim(" *_#-•\\");
        if (words.Length > buffer.Length)
        {
            return false;
        }

        var line = LowerCase.Of(words, buffer);
        return Holds(Refuses, line) || Holds(Admits, line);
    }

    // "general exclusion", "both cohorts, exclusion", "ocular exclusion - study eye"
    private static bool IsNamed(ReadOnlySpan<char> line, ReadOnlySpan<char> name)
    {
        var at = line.IndexOf(name);
        if (at <= 0 || line[at - 1] != ' ')
        {
            return false;
        }

        var after = line[(at + name.Length)..];
        if (!after.IsEmpty && !after.StartsWith(" - ") && !after.StartsWith(" – "))
        {
            return false;
        }

        var before = line[..at].TrimEnd(" ,-–");
        var last = before[(before.LastIndexOf(' ') + 1)..];
        return !before.IsEmpty && before.Count(' ') < MostWordsBefore && !Holds(NoName, last) && before.IndexOfAny(NeverBefore) < 0;
    }

    private static bool Holds(string[] list, ReadOnlySpan<char> words)
    {
        foreach (var item in list)
        {
            if (words.SequenceEqual(item))
            {
                return true;
            }
        }

        return false;
    }
}
