using System.Runtime.InteropServices;
using Trialist.Terminology.Folding;

namespace Trialist.Terminology;

/// <summary>All spellings of the lexicon as a trie over folded words.</summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> edges = [];
    private readonly List<Meanings> meanings = [default];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> wordOf;

    public PhraseTrie() => wordOf = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a phrase means: in any writing, and when it is written in capitals only.</summary>
    private record struct Meanings(ValueList<LexiconEntry> Any, ValueList<LexiconEntry> InCapitals);

    /// <summary>Adds one spelling of an entry; spellings without a single word are left out.</summary>
    public void Add(string phrase, LexiconEntry entry, bool capitals)
    {
        Span<char> buffer = stackalloc char[WordReader.LongestWord];
        var reader = new WordReader(phrase, 0);
        var node = 0;
        while (reader.TryRead(buffer, node == 0, out var length))
        {
            node = Step(node, buffer[..length]);
        }

        if (node == 0)
        {
            return;
        }

        ref var here = ref CollectionsMarshal.AsSpan(meanings)[node];
        here.InCapitals = Append(here.InCapitals, entry);
        if (!capitals)
        {
            here.Any = Append(here.Any, entry);
        }
    }

    /// <summary>Finds the longest phrase that starts at the index and ends at the end of a word.</summary>
    public bool TryMatch(ReadOnlySpan<char> text, int start, out LexiconMatch match)
    {
        match = default;
        Span<char> buffer = stackalloc char[WordReader.LongestWord];
        var reader = new WordReader(text, start);
        var node = 0;
        while (reader.TryRead(buffer, node == 0, out var length) && TryStep(node, buffer[..length], out node))
        {
            var entries = MeaningsAt(node, text, start, reader);
            if (!entries.IsEmpty)
            {
                match = new LexiconMatch(start, reader.End, entries);
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
        var node = 0;
        while (count < found.Length && reader.TryRead(buffer, node == 0, out var length) && TryStep(node, buffer[..length], out node))
        {
            var entries = MeaningsAt(node, text, start, reader);
            if (!entries.IsEmpty)
            {
                found[count++] = new LexiconMatch(start, reader.End, entries);
            }
        }

        return count;
    }

    private ValueList<LexiconEntry> MeaningsAt(int node, ReadOnlySpan<char> text, int start, WordReader reader)
    {
        if (!reader.AtBoundary)
        {
            return [];
        }

        var here = meanings[node];
        return here.InCapitals.Count > here.Any.Count && reader.AllCapitals && !CapitalHeading.Surrounds(text, start, reader.End) ? here.InCapitals : here.Any;
    }

    private bool TryStep(int node, ReadOnlySpan<char> word, out int next)
    {
        next = 0;
        return wordOf.TryGetValue(word, out var id) && edges.TryGetValue(Edge(node, id), out next);
    }

    private static ValueList<LexiconEntry> Append(ValueList<LexiconEntry> list, LexiconEntry entry) => [.. list, entry];

    private int Step(int node, ReadOnlySpan<char> word)
    {
        if (!wordOf.TryGetValue(word, out var id))
        {
            id = words.Count;
            words.Add(word.ToString(), id);
        }

        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, id), out var known);
        if (!known)
        {
            next = meanings.Count;
            meanings.Add(default);
        }

        return next;
    }

    private static ulong Edge(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;
}
