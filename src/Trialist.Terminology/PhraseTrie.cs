using System.Runtime.InteropServices;
using Trialist.Terminology.Folding;

namespace Trialist.Terminology;

/// <summary>All spellings of the lexicon as a trie over folded words.</summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> edges = [];
    private readonly List<Meanings> meanings = [default];
    private readonly List<int> firstSteps = []; // by word: the node of the phrases that begin with it; 0 where none does
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> wordOf;

    public PhraseTrie() => wordOf = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What a phrase means: in any letters, and when its letters are those of a pattern ("MG" and "Mg" differ).</summary>
    private record struct Meanings(ValueList<LexiconEntry> Any, ValueList<Written> Exact, string? Spelling);

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

        ref var here = ref CollectionsMarshal.AsSpan(meanings)[node];
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
        var node = 0;
        while (reader.TryRead(buffer, node == 0, out var length) && TryStep(node, buffer[..length], out node))
        {
            var entries = MeaningsAt(node, text, start, reader, out var spelling);
            if (!entries.IsEmpty)
            {
                match = new LexiconMatch(start, reader.EndWithBrackets, entries) { Spelling = spelling };
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
            var entries = MeaningsAt(node, text, start, reader, out var spelling);
            if (!entries.IsEmpty)
            {
                found[count++] = new LexiconMatch(start, reader.EndWithBrackets, entries) { Spelling = spelling };
            }
        }

        return count;
    }

    private ValueList<LexiconEntry> MeaningsAt(int node, ReadOnlySpan<char> text, int start, WordReader reader, out string spelling)
    {
        spelling = "";
        if (!reader.AtBoundary)
        {
            return [];
        }

        ref readonly var here = ref CollectionsMarshal.AsSpan(meanings)[node];
        spelling = here.Spelling ?? "";
        foreach (var written in here.Exact)
        {
            if (LetterCase.Fits(text[start..reader.End], written.Pattern) && !CapitalHeading.Surrounds(text, start, reader.End))
            {
                spelling = written.Pattern;
                return written.Entries;
            }
        }

        return here.Any;
    }

    private bool TryStep(int node, ReadOnlySpan<char> word, out int next)
    {
        next = 0;
        if (!wordOf.TryGetValue(word, out var id))
        {
            return false;
        }

        if (node > 0)
        {
            return edges.TryGetValue(Edge(node, id), out next);
        }

        next = firstSteps[id];
        return next > 0;
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
        if (!wordOf.TryGetValue(word, out var id))
        {
            id = words.Count;
            words.Add(word.ToString(), id);
            firstSteps.Add(0);
        }

        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, id), out var known);
        if (!known)
        {
            next = meanings.Count;
            meanings.Add(default);
        }

        if (node == 0)
        {
            firstSteps[id] = next;
        }

        return next;
    }

    private static ulong Edge(int node, int word) => ((ulong)(uint)node << 32) | (uint)word;
}
