using Trialist.Terminology.Packs;
using Trialist.Terminology.Tables;

namespace Trialist.Terminology;

/// <summary>
/// The words of eligibility criteria and records: every way of writing a concept, its codes, what is wider and narrower.
/// Immutable; all lookups may run in parallel and allocate nothing but what they return.
/// </summary>
public sealed partial class Lexicon
{
    private static readonly Lazy<Lexicon> Shipped = new(() => new Lexicon(LexiconTables.ReadAll()));
    private static Lazy<Lexicon> current = Shipped;
    private static bool isInUse;

    private readonly PhraseTrie trie;
    private readonly PhraseTrie related;
    private readonly Dictionary<string, ValueList<LexiconEntry>> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<Code, ValueList<LexiconEntry>> byCode = [];

    /// <summary>Builds a lexicon from its entries.</summary>
    internal Lexicon(IReadOnlyList<LexiconEntry> entries)
    {
        Entries = entries.ToValueList();
        var spellings = new PhraseTrieBuilder();
        var others = new PhraseTrieBuilder();
        foreach (var entry in entries)
        {
            Index(entry, spellings, others);
        }

        (trie, related) = (spellings.Build(), others.Build());
        hierarchy = new ConceptHierarchy(entries);
    }

    /// <summary>The lexicon of this process: <c>data/lexicon/*.tsv</c>, with the packs that <see cref="Install"/> named.</summary>
    public static Lexicon Default
    {
        get
        {
            isInUse = true;
            return current.Value;
        }
    }

    /// <summary>All entries, in the order of the tables.</summary>
    public ValueList<LexiconEntry> Entries { get; }

    /// <summary>Lets <see cref="Default"/> have packs as well. They are read when the lexicon is first needed.</summary>
    /// <param name="packs">Reads the terms of each pack.</param>
    /// <exception cref="InvalidOperationException">The lexicon is in use: what was read with it cannot be read again.</exception>
    public static void Install(Func<IEnumerable<IEnumerable<PackTerm>>> packs)
    {
        if (isInUse)
        {
            throw new InvalidOperationException("Packs are installed before the lexicon is first used.");
        }

        current = new Lazy<Lexicon>(() => Shipped.Value.WithPacks(packs()));
    }

    /// <summary>This lexicon with the terms of packs. What it says itself stays; packs add names, codes, wider concepts, and entries for what it does not know.</summary>
    public Lexicon WithPacks(IEnumerable<IEnumerable<PackTerm>> packs) => new(PackedEntries.Join(this, packs));

    /// <summary>Finds the longest term that starts at the index. The index has to be the start of a word; the match ends at the end of one.</summary>
    /// <param name="text">The text; pass a slice to keep a term from crossing its end.</param>
    /// <param name="start">Index of the first unit of the term.</param>
    /// <param name="match">The words and what they may mean.</param>
    /// <remarks>Folded: case, accents, hyphen or blank, plural s, possessive, British and American spelling. Idioms are matched too: they say that the words are no term.</remarks>
    public bool TryMatch(ReadOnlySpan<char> text, int start, out LexiconMatch match)
    {
        match = default;
        return Folding.WordReader.IsStart(text, start) && trie.TryMatch(text, start, out match);
    }

    /// <summary>False when no term begins with the word, in whatever letters it is written.</summary>
    /// <param name="word">A word in lower case.</param>
    public bool MayBegin(string word)
    {
        var capitals = word.ToUpperInvariant();

        // The plural of an abbreviation is folded in a way of its own.
        return !word.All(char.IsAsciiLetterLower) || trie.Begins(word) || trie.Begins(capitals) || trie.Begins(capitals[..^1] + word[^1]);
    }

    /// <summary>Finds every term that starts at the index, shortest first, as many as the buffer holds; returns how many.</summary>
    public int MatchAll(ReadOnlySpan<char> text, int start, Span<LexiconMatch> found) =>
        Folding.WordReader.IsStart(text, start) ? trie.MatchAll(text, start, found) : 0;

    /// <summary>Finds the terms of a text from left to right, each the longest at its place, none inside another; idioms are left out.</summary>
    public IEnumerable<LexiconMatch> MatchesIn(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!char.IsWhiteSpace(text[at]) && TryMatch(text, at, out var match))
            {
                at = match.End;
                if (match.Entry.Kind != EntryKind.Idiom)
                {
                    yield return match;
                }
            }
            else
            {
                at++;
            }
        }
    }

    /// <summary>What a whole phrase means: every entry that is written so, likeliest first; empty when the lexicon does not know it.</summary>
    public ValueList<LexiconEntry> Find(ReadOnlySpan<char> words)
    {
        var trimmed = words.Trim();
        return !trimmed.IsEmpty && TryMatch(trimmed, 0, out var match) && PhraseTrie.IsPunctuation(trimmed[match.End..]) ? match.Entries : [];
    }

    /// <summary>The entry with the standard name; where several kinds share it, the first in the order of the kinds. Null when there is none.</summary>
    public LexiconEntry? ByName(string name) => byName.TryGetValue(name, out var entries) ? entries[0] : null;

    /// <summary>The entry of one kind with the standard name; null when there is none.</summary>
    public LexiconEntry? ByName(EntryKind kind, string name)
    {
        if (byName.TryGetValue(name, out var entries))
        {
            foreach (var entry in entries)
            {
                if (entry.Kind == kind)
                {
                    return entry;
                }
            }
        }

        return null;
    }

    /// <summary>The entries that carry exactly the code; empty when there is none.</summary>
    public ValueList<LexiconEntry> ByCode(Code code) => byCode.TryGetValue(code, out var entries) ? entries : [];

    private void Index(LexiconEntry entry, PhraseTrieBuilder spellings, PhraseTrieBuilder others)
    {
        foreach (var spelling in entry.Spellings)
        {
            foreach (var variant in SpellingVariants.Of(spelling.Words))
            {
                spellings.Add(variant, spelling.Words, entry, spelling.Capitals);
            }
        }

        foreach (var name in entry.Related)
        {
            others.Add(name, name, entry, capitals: false);
        }

        byName[entry.Name] = byName.TryGetValue(entry.Name, out var same) ? [.. same, entry] : [entry];
        foreach (var code in entry.Concept.Codes)
        {
            byCode[code] = byCode.TryGetValue(code, out var shared) ? [.. shared, entry] : [entry];
        }
    }
}
