using Trialist.Criteria.Islands;

namespace Trialist.Criteria.Repair;

/// <summary>Finds words that lost the blank between them ("urinarytractinfectionand") or got one inside ("in haledsteroids"), where only one way to put it right exists.</summary>
internal static class GluedWords
{
    private const int ShortestGlued = 7;
    private const int LongestGlued = 60;
    private const int MostParts = 6;
    private const int ShortestContent = 5;
    private const int LongestFragment = 4;

    // Function words that hardly any name begins or ends with.
    private static readonly string[] Anywhere = ["of", "and", "the", "with", "for", "from", "than", "such"];

    // These end too many words ("injector"), but begin few.
    private static readonly string[] First = ["to", "or"];

    private static readonly string[] Inside = ["in", "to", "or", "any", "not"];

    private static readonly string[] ShortContent = ["air", "skin", "lung", "drug", "cell", "pain", "dose", "risk", "oral", "bone", "flow"];

    // One word each, whatever they are made of.
    private static readonly string[] Whole = ["toward", "towards", "withstand", "brainchild"];

    // What a word begins with when it is one word.
    private static readonly string[] Prefixes = ["contra", "trans", "intra", "under", "infra", "supra", "extra", "ultra", "inter", "hyper", "super", "after", "there", "where"];

    /// <summary>The criterion's words put right; null when nothing is wrong with them.</summary>
    /// <param name="text">The whole text.</param>
    /// <param name="start">First character of the criterion's words.</param>
    /// <param name="end">After the last.</param>
    /// <param name="items">The items read from them.</param>
    public static RepairedText? Repair(string text, int start, int end, List<Item> items)
    {
        List<int>? cuts = null;
        List<int>? joins = null;
        for (var i = 0; i < items.Count; i++)
        {
            var item = items[i];
            if (item.Kind != ItemKind.Unknown || item.End - item.Start is < ShortestGlued or > LongestGlued || !IsWord(text.AsSpan(item.Start, item.End - item.Start)))
            {
                continue;
            }

            var word = item.Of(text).ToLowerInvariant();
            if (WordList.Default.Holds(word) || IsAmong(Whole, word))
            {
                continue;
            }

            if (Cuts(word) is { } found)
            {
                AddCuts(cuts ??= [], found, item.Start);
            }
            else if (i > 0 && IsFragment(text, items[i - 1], item) && Cuts(text[items[i - 1].Start..items[i - 1].End].ToLowerInvariant() + word) is { } joined && joined[0] > items[i - 1].End - items[i - 1].Start)
            {
                // The blank stands one word too early: all behind it moves by one.
                (joins ??= []).Add(items[i - 1].End);
                AddCuts(cuts ??= [], joined, items[i - 1].Start + 1);
            }
        }

        return cuts is null ? null : RepairedText.Of(text, start, end, cuts, joins ?? []);
    }

    private static void AddCuts(List<int> cuts, List<int> found, int start)
    {
        foreach (var cut in found)
        {
            cuts.Add(start + cut);
        }
    }

    private static bool IsWord(ReadOnlySpan<char> word) => !word.ContainsAnyExceptInRange('A', 'z') && !word.ContainsAny("[]^_`\\");

    private static bool IsFragment(string text, Item before, Item item) =>
        before.End - before.Start <= LongestFragment && before.End + 1 == item.Start && text[before.End] == ' ' && IsWord(text.AsSpan(before.Start, before.End - before.Start));

    /// <summary>Where the word falls apart into known words; null unless the fewest parts can be had in one way only.</summary>
    internal static List<int>? Cuts(string word)
    {
        // Fewest parts that reach each place, in how many ways, and the last cut of the way.
        Span<int> parts = stackalloc int[word.Length + 1];
        Span<int> ways = stackalloc int[word.Length + 1];
        Span<int> from = stackalloc int[word.Length + 1];
        parts.Fill(int.MaxValue);
        (parts[0], ways[0]) = (0, 1);
        for (var at = 1; at <= word.Length; at++)
        {
            for (var before = Math.Max(0, at - 24); before < at; before++)
            {
                if (parts[before] >= MostParts || !IsPart(word, before, at))
                {
                    continue;
                }

                if (parts[before] + 1 < parts[at])
                {
                    (parts[at], ways[at], from[at]) = (parts[before] + 1, ways[before], before);
                }
                else if (parts[before] + 1 == parts[at])
                {
                    ways[at] += ways[before];
                }
            }
        }

        if (parts[^1] is < 2 or > MostParts || ways[^1] != 1)
        {
            return null;
        }

        var cuts = new List<int>();
        var content = false;
        for (var at = word.Length; at > 0; at = from[at])
        {
            content |= at - from[at] >= ShortestContent;
            if (from[at] > 0)
            {
                cuts.Insert(0, from[at]);
            }
        }

        return content ? cuts : null;
    }

    private static bool IsPart(string word, int from, int to)
    {
        var part = word.AsSpan(from, to - from);
        if (part.Length >= ShortestContent)
        {
            return WordList.Default.Holds(part) && !IsAmong(Prefixes, part);
        }

        var (first, last) = (from == 0, to == word.Length);
        return IsAmong(Anywhere, part) || (first && !last && IsAmong(First, part)) || (!first && !last && IsAmong(Inside, part)) || IsAmong(ShortContent, part);
    }

    private static bool IsAmong(string[] words, ReadOnlySpan<char> part)
    {
        foreach (var word in words)
        {
            if (part.SequenceEqual(word))
            {
                return true;
            }
        }

        return false;
    }
}
