namespace Trialist.Search.Analysis;

/// <summary>A written word and the form that the index holds. All occurrences share one, so that it is never compared.</summary>
/// <param name="written">As the text has it.</param>
/// <param name="term">The folded, stemmed form; empty when nothing of the word can be indexed.</param>
internal sealed class WordForm(string written, string term)
{
    /// <summary>The mark of a word that is written like its term.</summary>
    public const uint Plain = 0;

    /// <summary>The mark of a word that nobody wrote: the joined form of a hyphenated word.</summary>
    public const uint Unwritten = 1;

    /// <summary>The bits of a mark; the others tell of signs (<see cref="Signs"/>) and of where a value begins and ends.</summary>
    public const uint MarkBits = 0xF_FFFF;

    private const uint Seed = 2_166_136_261;
    private const uint Prime = 16_777_619;
    private const int NotAsked = -2;
    private static int made;

    private int common = NotAsked; // the list of common words is made of words itself

    /// <summary>How many were made before it; no two have the same.</summary>
    public int Number { get; } = Interlocked.Increment(ref made) - 1;

    /// <summary>As the text has it.</summary>
    public string Written { get; } = written;

    /// <summary>The folded, stemmed form; empty when nothing of the word can be indexed.</summary>
    public string Term { get; } = term;

    /// <summary>Its number among the words that most studies hold (<see cref="CommonWords"/>), or that of a rare one.</summary>
    public int Common => common == NotAsked ? common = CommonWords.NumberOf(Term) : common;

    /// <summary>Tells the written words of one term apart, by case, accents and ending: 20 bits of the word's FNV-1a hash, or <see cref="Plain"/>.</summary>
    public uint Mark { get; } = written == term ? Plain : Math.Max(HashOf(written) & MarkBits, Unwritten + 1);

    private static uint HashOf(string word)
    {
        var hash = Seed;
        foreach (var c in word)
        {
            hash = (hash ^ (byte)c) * Prime;
            hash = (hash ^ (byte)(c >> 8)) * Prime;
        }

        return hash;
    }
}
