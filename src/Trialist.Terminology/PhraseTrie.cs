using System.Runtime.InteropServices;
using Trialist.Terminology.Folding;

namespace Trialist.Terminology;

/// <summary>All spellings of the lexicon as a trie over folded words.</summary>
internal sealed class PhraseTrie
{
    private readonly WordTable words = new();
    private readonly Dictionary<ulong, int> edges = [];
    private readonly List<Node> nodes = [default];
    private readonly List<int> firstSteps = []; // by word: the node of the phrases that begin with it; 0 where none does

    /// <summary>What a phrase means: in any letters, and when its letters are those of a pattern ("MG" and "Mg" differ).</summary>
    private record struct Node(ValueList<LexiconEntry> Any, ValueList<Written> Exact, string? Spelling)
    {
        /// <summary>True when a longer phrase begins with this one.</summary>
        public bool GoesOn { get; set; }

        public readonly bool HasMeaning => !Any.IsEmpty || !Exact.IsEmpty;
    }

    /// <summary>All meanings of a phrase in one way of writing it.</summary>
    private readonly record struct Written(string Pattern, ValueList<LexiconEntry> Entries);

    /// <summary>Adds one spelling of an entry.</summary>
    /// <param name="phrase">The words, in one of their variants.</param>
    /// <param name="spelling">The words as the table has them.</param>
    /// <param name="entry">What they mean.</param>
    /// <param name="capitals">True when only these letters mean it.</param>
    /// <exception cref="FormatException">The spelling has a mark that cannot stand inside a term.</exception>
    public void Add(string phrase, string spelling, LexiconEntry entry, bool capitals)
    {
        Span<char> buffer = stackalloc char[WordReader.LongestWord];
        var reader = new WordReader(phrase, 0);
        var node = 0;
        while (reader.TryRead(buffer, node == 0, out var length))
        {
            node = Step(node, buffer[..length]);
        }

        if (node == 0 || !IsPunctuation(phrase.AsSpan(reader.End)))
        {
            throw new FormatException($"The spelling '{phrase}' of {entry.Name} cannot be read as one term.");
        }

        ref var here = ref CollectionsMarshal.AsSpan(nodes)[node];
        here.Spelling ??= spelling;
        if (!capitals)
        {
            here.Any = Append(here.Any, entry);
            here.Exact = here.Exact.Select(written => written with { Entries = Append(written.Entries, entry) }).ToValueList();
        }
        else if (here.Exact.Any(written => written.Pattern == phrase))
        {
            here.Exact = here.Exact.Select(written => written.Pattern == phrase ? written with { Entries = Append(written.Entries, entry) } : written).ToValueList();
        }
        else
        {
            here.Exact = [.. here.Exact, new Written(phrase, Append(here.Any, entry))];
        }
    }

    /// <summary>True when no letter or digit is left.</summary>
    public static bool IsPunctuation(ReadOnlySpan<char> rest)
    {
        foreach (var c in rest)
        {
            if (char.IsLetterOrDigit(c) || c == '%')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the longest phrase that starts at the index and ends at the end of a word.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, int start, out LexiconMatch match)
    {
        match = default;
        Span<char> buffer = stackalloc char[WordReader.LongestWord];
        var reader = new WordReader(text, start);
        for (var node = 0; TryStep(ref node, ref reader, buffer);)
        {
            if (TryMeaning(node, text, start, reader, out var found))
            {
                match = found;
            }
        }

        return !match.Entries.IsEmpty;
    }

    /// <summary>Finds every phrase that starts at the index, shortest first, as many as the buffer holds.</summary>
    public int MatchAll(ReadOnlySpan<char> text, int start, Span<LexiconMatch> found)
    {
        var count = 0;
        Span<char> buffer = stackalloc char[WordReader.LongestWord];
        var reader = new WordReader(text, start);
        for (var node = 0; count < found.Length && TryStep(ref node, ref reader, buffer);)
        {
            if (TryMeaning(node, text, start, reader, out var match))
            {
                found[count++] = match;
            }
        }

        return count;
    }

    private bool TryMeaning(int node, ReadOnlySpan<char> text, int start, in WordReader reader, out LexiconMatch match)
    {
        match = default;
        ref readonly var here = ref CollectionsMarshal.AsSpan(nodes)[node];
        if (!here.HasMeaning || !reader.AtBoundary)
        {
            return false;
        }

        var (entries, spelling) = (here.Any, here.Spelling ?? "");
        foreach (var written in here.Exact)
        {
            if (LetterCase.Fits(text[start..reader.End], written.Pattern) && !CapitalHeading.Surrounds(text, start, reader.End))
            {
                (entries, spelling) = (written.Entries, written.Pattern);
                break;
            }
        }

        match = new LexiconMatch(start, reader.EndWithBrackets, entries) { Spelling = spelling };
        return !entries.IsEmpty;
    }

    /// <summary>Reads the next word and goes to the node of the phrase with it; false where no phrase goes on so.</summary>
    private bool TryStep(ref int node, ref WordReader reader, scoped Span<char> buffer)
    {
        if (!CollectionsMarshal.AsSpan(nodes)[node].GoesOn || !reader.TryRead(buffer, node == 0, out var length))
        {
            return false;
        }

        var word = words.Find(buffer[..length]);
        if (word < 0)
        {
            return false;
        }

        return node == 0 ? (node = firstSteps[word]) > 0 : edges.TryGetValue(Edge(node, word), out node);
    }

    private static ValueList<LexiconEntry> Append(ValueList<LexiconEntry> list, LexiconEntry entry)
    {
        foreach (var known in list)
        {
            if (ReferenceEquals(known, entry))
            {
                return list;
            }
        }

        return [.. list, entry];
    }

    private int Step(int node, ReadOnlySpan<char> word)
    {
        var id = words.Add(word);
        if (id == firstSteps.Count)
        {
            firstSteps.Add(0);
        }

        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, id), out var known);
        if (!known)
        {
            next = nodes.Count;
            nodes.Add(default);
            CollectionsMarshal.AsSpan(nodes)[node].GoesOn = true;
        }

        if (node == 0)
        {
            firstSteps[id] = next;
        }

        return next;
    }

    private static ulong Edge(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;
}
