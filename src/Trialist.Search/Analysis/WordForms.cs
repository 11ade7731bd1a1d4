using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.TokenAttributes;

namespace Trialist.Search.Analysis;

/// <summary>Folds a written word to the form that the index holds: case, accents, Greek letters, British spelling, possessive, light English stem (KStem).</summary>
/// <remarks>One per thread, for the stemmer is not for two; the forms of words already seen are kept for all threads, which makes indexing several times faster.</remarks>
#pragma warning disable CA1001 // Lives as long as its thread; the stream holds nothing that must be closed.
internal sealed class WordForms
#pragma warning restore CA1001
{
    private const int MostKept = 100_000;
    private const int LongestStemmed = 40;
    private const int SlotBits = 16;

    private static readonly (string From, string To)[] Spellings = [.. EmbeddedTable.Rows("spellings.tsv").Select(row => (row[0], row[1]))];
    private static readonly SearchValues<string> Spelt = SearchValues.Create([.. Spellings.Select(spelling => spelling.From)], StringComparison.Ordinal);
    private static readonly Dictionary<char, string> Greek = new()
    {
        ['α'] = "alpha", ['β'] = "beta", ['γ'] = "gamma", ['δ'] = "delta", ['ε'] = "epsilon", ['κ'] = "kappa", ['λ'] = "lambda",
        ['μ'] = "mu", ['µ'] = "mu", ['σ'] = "sigma", ['ω'] = "omega", ['ζ'] = "zeta", ['η'] = "eta", ['θ'] = "theta", ['τ'] = "tau", ['ϐ'] = "beta", ['ß'] = "ss",
    };

    private static readonly ConcurrentDictionary<string, WordForm> Known = new(StringComparer.Ordinal);
    private static readonly ConcurrentDictionary<string, WordForm>.AlternateLookup<ReadOnlySpan<char>> KnownSpans = Known.GetAlternateLookup<ReadOnlySpan<char>>();
    private static int kept;

    [ThreadStatic]
    private static WordForms? ofThread;

    // The word last seen in each slot: most words of a text are here, and a dictionary for all threads costs several times as much to ask.
    private readonly WordForm?[] near = new WordForm?[1 << SlotBits];
    private readonly StringBuilder folding = new();

    // One stemmer for all words: making a token stream takes a lock and reflection.
    private readonly SingleWordStream written = new();
    private readonly KStemFilter stemmer;
    private readonly ICharTermAttribute stem;

    private WordForms()
    {
        stemmer = new KStemFilter(written);
        stem = stemmer.GetAttribute<ICharTermAttribute>();
    }

    /// <summary>The forms of the calling thread.</summary>
    public static WordForms OfThread => ofThread ??= new WordForms();

    /// <summary>The term of a word; empty when nothing of it can be indexed.</summary>
    public string TermOf(ReadOnlySpan<char> written) => FormOf(written).Term;

    /// <summary>The form of a word, shared by all its occurrences.</summary>
    public WordForm FormOf(ReadOnlySpan<char> written)
    {
        ref var slot = ref near[SlotOf(written)];
        if (slot is null || !written.SequenceEqual(slot.Written))
        {
            slot = SharedFormOf(written);
        }

        return slot;
    }

    /// <summary>Case, accents and spelling folded, not stemmed: the form that spelling suggestions show.</summary>
    public string Fold(string word)
    {
        var text = word.ToLowerInvariant();
        if (!Ascii.IsValid(text))
        {
            text = FoldLetters(text);
        }

        if (text.AsSpan().ContainsAny(Spelt))
        {
            foreach (var (from, to) in Spellings)
            {
                text = text.Replace(from, to, StringComparison.Ordinal);
            }
        }

        return text;
    }

    private string FoldLetters(string lowered)
    {
        folding.Clear();
        var ascii = new char[4];
        foreach (var c in lowered)
        {
            if (Greek.TryGetValue(c, out var name))
            {
                folding.Append(name);
            }
            else if (c is >= '\u0300' and <= '\u036F')
            {
                continue; // a combining accent: the letter stands before it
            }
            else if (c < 128)
            {
                folding.Append(c);
            }
            else
            {
                var length = ASCIIFoldingFilter.FoldToASCII([c], 0, ascii, 0, 1);
                folding.Append(ascii, 0, length);
            }
        }

        return folding.ToString();
    }

    private static int SlotOf(ReadOnlySpan<char> written)
    {
        const uint Mixing = 2_654_435_769; // 2^32 divided by the golden ratio
        uint hash = 0;
        foreach (var c in written)
        {
            hash = (hash * 31) + c;
        }

        return (int)((hash * Mixing) >> (32 - SlotBits));
    }

    private WordForm SharedFormOf(ReadOnlySpan<char> written)
    {
        if (KnownSpans.TryGetValue(written, out var form))
        {
            return form;
        }

        if (Interlocked.Increment(ref kept) > MostKept)
        {
            Known.Clear();
            Interlocked.Exchange(ref kept, 0);
        }

        var word = written.ToString();
        form = new WordForm(word, Stem(Fold(word)));
        Known[word] = form;
        return form;
    }

    private string Stem(string word)
    {
        if (word.Length is < 4 or > LongestStemmed || word.AsSpan().ContainsAnyExceptInRange('a', 'z'))
        {
            return word;
        }

        // Greek plurals that KStem would cut to something else than the singular.
        if (word.EndsWith("stases", StringComparison.Ordinal) || word.EndsWith("gnoses", StringComparison.Ordinal) || word.EndsWith("broses", StringComparison.Ordinal)
            || word.EndsWith("noses", StringComparison.Ordinal) && word.Length > 6 || word.EndsWith("choses", StringComparison.Ordinal))
        {
            return word[..^2] + "is";
        }

        written.Set(word);
        return stemmer.IncrementToken() ? stem.ToString()! : word;
    }
}
