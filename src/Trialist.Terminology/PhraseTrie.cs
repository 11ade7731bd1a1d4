using Trialist.Terminology.Folding;

namespace Trialist.Terminology;

/// <summary>All spellings of the lexicon as a trie over folded words.</summary>
/// <remarks>
/// The nodes are numbered so that those under one node follow each other, in the order of their words: what a step needs are
/// two numbers a node. Text meets the trie at every word, so that what it reads on the way has to be small.
/// </remarks>
internal sealed class PhraseTrie
{
    private readonly WordTable words;
    private readonly int[] wordOf; // by node: the last word of its phrase
    private readonly uint[] hashOf; // by node: the hash of that word
    private readonly int[] childrenFrom; // by node: its first child; those of the next node come after its own
    private readonly bool[] hasMeaning;
    private readonly PhraseMeaning[] meanings;
    private readonly int[] firstSteps; // by word: the node of the phrases that begin with it; 0 where none does

    /// <summary>Made by <see cref="PhraseTrieBuilder.Build"/>.</summary>
    public PhraseTrie(WordTable words, int[] wordOf, int[] childrenFrom, PhraseMeaning[] meanings)
    {
        (this.words, this.wordOf, this.childrenFrom, this.meanings) = (words, wordOf, childrenFrom, meanings);
        hashOf = Array.ConvertAll(wordOf, word => WordTable.HashOf(words[word]));
        hasMeaning = Array.ConvertAll(meanings, meaning => !meaning.IsEmpty);
        firstSteps = new int[words.Count];
        for (var node = childrenFrom[0]; node < childrenFrom[1]; node++)
        {
            firstSteps[wordOf[node]] = node;
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
        if (!hasMeaning[node] || !reader.AtBoundary)
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
        if (childrenFrom[node] == childrenFrom[node + 1] || !reader.TryRead(buffer, node == 0, out var length))
        {
            return false;
        }

        node = node == 0 ? FirstStep(buffer[..length]) : ChildOf(node, buffer[..length]);
        return node > 0;
    }

    private int FirstStep(ReadOnlySpan<char> word) => words.Find(word) is >= 0 and var number ? firstSteps[number] : 0;

    // Most phrases end where they do: the hashes beside each other tell so without a look at the table of all words.
    private int ChildOf(int node, ReadOnlySpan<char> word)
    {
        var hash = WordTable.HashOf(word);
        var to = childrenFrom[node + 1];
        for (var child = Array.IndexOf(hashOf, hash, childrenFrom[node], to - childrenFrom[node]); child >= 0; child = Array.IndexOf(hashOf, hash, child + 1, to - child - 1))
        {
            if (words[wordOf[child]].SequenceEqual(word))
            {
                return child;
            }
        }

        return 0;
    }
}
