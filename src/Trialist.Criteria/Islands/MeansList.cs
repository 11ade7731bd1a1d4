using System.Collections.Frozen;
using Trialist.Criteria.Vocabulary;

namespace Trialist.Criteria.Islands;

/// <summary>Means against pregnancy that a text lists behind a word for contraception: "(condoms, an IUD, or a diaphragm with spermicide)".</summary>
internal static class MeansList
{
    /// <summary>A longer list tells of something else.</summary>
    private const int LongestList = 700;

    private const int LongestMeans = 60;

    private static readonly FrozenSet<string> Known = KindsOfWords.Actions.Of("means");
    private static readonly string[] Introductions = [.. KindsOfWords.Actions.Of("means-opening").OrderByDescending(words => words.Length)];
    private static readonly string[] Ends = [.. KindsOfWords.Actions.Of("means-end")];
    private static readonly string[] Idle = [.. KindsOfWords.Actions.Of("means-idle").OrderByDescending(words => words.Length)];
    private static readonly string[] Joins = [" with ", " plus ", " in combination with ", " combined with ", " together with ", " along with "];

    /// <summary>The means, as written but in lower case, and where the list ends; null where there is none, or where not all of it is known.</summary>
    /// <param name="text">The criteria text.</param>
    /// <param name="from">Where the words begin that may open the list.</param>
    /// <param name="limit">The list ends before it.</param>
    public static (IReadOnlyList<string> Names, int End)? Behind(string text, int from, int limit)
    {
        limit = Math.Min(limit, from + LongestList);
        var start = from;
        while (start < limit && (char.IsWhiteSpace(text[start]) || text[start] is ',' or ':' or ';' or '\\'))
        {
            start++;
        }

        if (start >= limit)
        {
            return null;
        }

        var bracket = text[start] is '(' or '[';
        if (!bracket && !Opens(text.AsSpan(start, limit - start)))
        {
            return null;
        }

        var end = bracket ? Close(text, start, limit) : SentenceEnd(text, start, limit);
        return end > start && Names(text[(bracket ? start + 1 : start)..end]) is { Count: > 0 } names ? (names, bracket ? end + 1 : end) : null;
    }

    /// <summary>The means that all the words name; null where they say anything else.</summary>
    public static IReadOnlyList<string>? Whole(ReadOnlySpan<char> words) => words.Length <= LongestList && Names(words.ToString()) is { Count: > 0 } names ? names : null;

    private static bool Opens(ReadOnlySpan<char> words)
    {
        foreach (var opening in Introductions)
        {
            if (words.StartsWith(opening, StringComparison.OrdinalIgnoreCase) && (words.Length == opening.Length || !char.IsLetter(words[opening.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static int Close(string text, int open, int limit)
    {
        var depth = 0;
        for (var i = open; i < limit; i++)
        {
            depth += text[i] is '(' or '[' ? 1 : text[i] is ')' or ']' ? -1 : 0;
            if (depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    private static int SentenceEnd(string text, int start, int limit)
    {
        var end = limit;
        for (var i = start; i < limit; i++)
        {
            if (text[i] == ';' || (text[i] == '.' && (i + 1 >= limit || char.IsWhiteSpace(text[i + 1])) && i > 1 && text[i - 2] != '.'))
            {
                end = i;
                break;
            }
        }

        foreach (var when in Ends)
        {
            var at = text.AsSpan(start, end - start).IndexOf($" {when} ", StringComparison.OrdinalIgnoreCase);
            end = at > 0 ? start + at : end;
        }

        return end;
    }

    private static List<string>? Names(string words)
    {
        var names = new List<string>();
        foreach (var piece in words.ToLowerInvariant().Replace("and/or", ",", StringComparison.Ordinal).Replace(" or ", ",", StringComparison.Ordinal).Replace(" and ", ",", StringComparison.Ordinal).Split([',', ';', '(', ')', '[', ']', ':', '\n', '\r', '*', '•']))
        {
            var means = Bare(piece);
            if (means.Length == 0)
            {
                continue;
            }

            if (means.Length > LongestMeans || NameOf(means) is not { } name)
            {
                return null;
            }

            if (!names.Contains(name))
            {
                names.Add(name);
            }
        }

        return names;
    }

    // "a diaphragm with spermicide" is one means; null for what is none.
    private static string? NameOf(string means)
    {
        if (IsKnown(means))
        {
            return Standard(means);
        }

        foreach (var join in Joins)
        {
            if (means.IndexOf(join, StringComparison.Ordinal) is > 0 and var at && Bare(means[(at + join.Length)..]) is var other && IsKnown(means[..at]) && IsKnown(other))
            {
                return $"{Standard(means[..at])} with {Standard(other)}";
            }
        }

        return null;
    }

    private static bool IsKnown(string means) => Known.Contains(means) || Known.Contains(Singulars.Of(means));

    private static string Standard(string means) => StandardWords.Default.Of(LeafType.Contraception, Known.Contains(Singulars.Of(means)) ? Singulars.Of(means) : means);

    // "e.g. the use of a condom": what opens a list, and articles, are no means.
    private static string Bare(string piece)
    {
        var words = string.Join(' ', piece.Split([' ', '\t', '\\'], StringSplitOptions.RemoveEmptyEntries)).Trim(' ', '-', '"', '…');
        for (var found = true; found;)
        {
            found = false;
            foreach (var idle in Idle)
            {
                if (words.StartsWith(idle, StringComparison.Ordinal) && (words.Length == idle.Length || !char.IsLetter(words[idle.Length])))
                {
                    words = words[idle.Length..].TrimStart(' ', '.', ':');
                    found = true;
                    break;
                }
            }
        }

        return words.TrimEnd('.', ' ');
    }
}
