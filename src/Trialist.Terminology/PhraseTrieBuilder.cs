using System.Runtime.InteropServices;
using Trialist.Terminology.Folding;

namespace Trialist.Terminology;

/// <summary>Gathers the spellings of a lexicon.</summary>
internal sealed class PhraseTrieBuilder
{
    private readonly WordTable words = new();
    private readonly Dictionary<ulong, int> edges = [];
    private readonly List<PhraseMeaning> meanings = [default];

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

        if (node == 0 || !PhraseTrie.IsPunctuation(phrase.AsSpan(reader.End)))
        {
            throw new FormatException($"The spelling '{phrase}' of {entry.Name} cannot be read as one term.");
        }

        ref var here = ref CollectionsMarshal.AsSpan(meanings)[node];
        here.Spelling ??= spelling;
        if (!capitals)
        {
            here.Any = Append(here.Any, entry);
        }

        if (!here.Exact.IsEmpty || capitals)
        {
            here.Exact = AddExact(here, phrase, entry, capitals);
        }
    }

    // What is written so in these letters only: words that are read in any letters mean the entry in these as well.
    private static ValueList<PhraseMeaning.Written> AddExact(PhraseMeaning here, string phrase, LexiconEntry entry, bool capitals)
    {
        if (capitals && !here.Exact.Any(written => written.Pattern == phrase))
        {
            return [.. here.Exact, new PhraseMeaning.Written(phrase, Append(here.Any, entry))];
        }

        return here.Exact.Select(written => !capitals || written.Pattern == phrase ? written with { Entries = Append(written.Entries, entry) } : written).ToValueList();
    }

    /// <summary>The trie of all phrases so far.</summary>
    public PhraseTrie Build()
    {
        // By parent, then by word.
        var steps = edges.Keys.ToArray();
        var targets = edges.Values.ToArray();
        Array.Sort(steps, targets);
        var stepsFrom = new int[meanings.Count + 1];
        foreach (var step in steps)
        {
            stepsFrom[(int)(step >> 32) + 1]++;
        }

        for (var node = 0; node < meanings.Count; node++)
        {
            stepsFrom[node + 1] += stepsFrom[node];
        }

        // Numbered anew, breadth first.
        var order = new List<int>(meanings.Count) { 0 };
        var wordOf = new int[meanings.Count];
        var childrenFrom = new int[meanings.Count + 1];
        for (var node = 0; node < order.Count; node++)
        {
            childrenFrom[node] = order.Count;
            for (var step = stepsFrom[order[node]]; step < stepsFrom[order[node] + 1]; step++)
            {
                wordOf[order.Count] = (int)(steps[step] & uint.MaxValue);
                order.Add(targets[step]);
            }
        }

        childrenFrom[^1] = order.Count;
        return new PhraseTrie(words, wordOf, childrenFrom, [.. order.Select(node => meanings[node])]);
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
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, words.Add(word)), out var known);
        if (!known)
        {
            next = meanings.Count;
            meanings.Add(default);
        }

        return next;
    }

    private static ulong Edge(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;
}
