using System.Numerics;
using Trialist.Terminology.Folding;

namespace Trialist.Terminology;

/// <summary>All spellings of the lexicon as a trie over folded words.</summary>
/// <remarks>
/// The nodes are numbered so that those under one node follow each other, in the order of their words. Text meets the trie at
/// every word, and what it meets is rarely in the processor's cache: all that a step needs of a node lies in one place.
/// </remarks>
internal sealed class PhraseTrie
{
    private readonly Node[] nodes;
    private readonly uint[] hashOf; // by node: the hash of its word; those of children are looked through together
    private readonly Slot[] firstSteps; // by the hash of the word: the nodes of the phrases that begin with it; a power of two, at most half of them taken
    private readonly char[] letters; // of all words, one after the other
    private readonly PhraseMeaning[] meanings;

    /// <summary>The last word of a phrase, and where the phrases go on that begin so.</summary>
    /// <param name="FirstChild">The first of the nodes under it; those of the next node come after its own.</param>
    /// <param name="Openings">The letters that their words may begin with.</param>
    /// <param name="Start">Where its word begins in the letters.</param>
    /// <param name="Length">How long the word is.</param>
    /// <param name="HasMeaning">True where a phrase ends here.</param>
    private readonly record struct Node(int FirstChild, uint Openings, int Start, ushort Length, bool HasMeaning);

    /// <summary>The hash of a first word and its node; 0 where the slot is free.</summary>
    private readonly record struct Slot(uint Hash, int Node);

    /// <summary>Made by <see cref="PhraseTrieBuilder.Build"/>.</summary>
    /// <param name="words">All words.</param>
    /// <param name="wordOf">By node, its word.</param>
    /// <param name="childrenFrom">By node, the first node under it, and one more number behind the last.</param>
    /// <param name="meanings">By node, what the phrase means.</param>
    public PhraseTrie(WordTable words, int[] wordOf, int[] childrenFrom, PhraseMeaning[] meanings)
    {
        this.meanings = meanings;
        hashOf = Array.ConvertAll(wordOf, word => WordTable.HashOf(words[word]));
        var starts = new int[words.Count + 1];
        for (var word = 0; word < words.Count; word++)
        {
            starts[word + 1] = starts[word] + words[word].Length;
        }

        letters = new char[starts[^1]];
        for (var word = 0; word < words.Count; word++)
        {
            words[word].CopyTo(letters.AsSpan(starts[word]));
        }

        nodes = new Node[childrenFrom.Length];
        for (var node = 0; node < wordOf.Length; node++)
        {
            var openings = node == 0 ? uint.MaxValue : 0;
            for (var child = childrenFrom[node]; child < childrenFrom[node + 1]; child++)
            {
                openings |= WordReader.OpeningsOf(words[wordOf[child]][0]);
            }

            nodes[node] = new Node(childrenFrom[node], openings, starts[wordOf[node]], (ushort)words[wordOf[node]].Length, !meanings[node].IsEmpty);
        }

        nodes[^1] = new Node(childrenFrom[^1], 0, 0, 0, false);
        firstSteps = new Slot[(int)BitOperations.RoundUpToPowerOf2((uint)(2 * (childrenFrom[1] - childrenFrom[0])) | 1)];
        for (var node = childrenFrom[0]; node < childrenFrom[1]; node++)
        {
            var at = FirstSlot(hashOf[node]);
            while (firstSteps[at].Node > 0)
            {
                at = (at + 1) & (firstSteps.Length - 1);
            }

            firstSteps[at] = new Slot(hashOf[node], node);
        }
    }

    /// <summary>True when some phrase begins with the word, which stands at the start of the text.</summary>
    public bool Begins(ReadOnlySpan<char> word)
    {
        var node = 0;
        var reader = new WordReader(word, 0);
        return TryStep(ref node, ref reader, stackalloc char[WordReader.LongestWord]);
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
        if (!nodes[node].HasMeaning || !reader.AtBoundary)
        {
            return false;
        }

        ref readonly var here = ref meanings[node];
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
        ref readonly var here = ref nodes[node];
        var to = nodes[node + 1].FirstChild;
        if (here.FirstChild == to || !reader.TryRead(buffer, node == 0, out var length, here.Openings))
        {
            return false;
        }

        node = node == 0 ? FirstStep(buffer[..length]) : ChildAmong(here.FirstChild, to, buffer[..length]);
        return node > 0;
    }

    private int FirstStep(ReadOnlySpan<char> word)
    {
        var hash = WordTable.HashOf(word);
        for (var at = FirstSlot(hash); firstSteps[at].Node > 0; at = (at + 1) & (firstSteps.Length - 1))
        {
            if (firstSteps[at].Hash == hash && Says(firstSteps[at].Node, word))
            {
                return firstSteps[at].Node;
            }
        }

        return 0;
    }

    // The highest bits: each of them depends on all letters.
    private int FirstSlot(uint hash) => (int)(hash >> (BitOperations.LeadingZeroCount((uint)firstSteps.Length) + 1));

    // Most phrases end where they do: the hashes beside each other tell so without a look at the words.
    private int ChildAmong(int from, int to, ReadOnlySpan<char> word)
    {
        var hash = WordTable.HashOf(word);
        for (var child = Array.IndexOf(hashOf, hash, from, to - from); child >= 0; child = Array.IndexOf(hashOf, hash, child + 1, to - child - 1))
        {
            if (Says(child, word))
            {
                return child;
            }
        }

        return 0;
    }

    private bool Says(int node, ReadOnlySpan<char> word) => word.SequenceEqual(letters.AsSpan(nodes[node].Start, nodes[node].Length));
}
