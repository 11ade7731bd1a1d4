namespace Trialist.Search.Analysis;

/// <summary>How words of some terms can begin. Two letters tell of most words of a text that they are none of them, without their form being made.</summary>
internal sealed class WordStarts
{
    private const int Codes = 64;

    // What the stemmer (KStem) knows as forms of words that begin otherwise.
    private static readonly (string Term, string Start)[] Irregular =
    [
        ("lie", "ly"), ("die", "dy"), ("tie", "ty"), ("vie", "vy"), ("denmark", "da"), ("philippines", "fi"), ("dutch", "ho"), ("cambodia", "ka"),
        ("burma", "my"), ("romania", "ru"), ("thailand", "si"),
    ];

    // A bit for each second letter, by the first.
    private readonly ulong[] seconds = new ulong[Codes];

    /// <param name="terms">Folded, stemmed words.</param>
    public WordStarts(IReadOnlySet<string> terms)
    {
        foreach (var term in terms)
        {
            Add(term);
        }

        foreach (var (term, start) in Irregular)
        {
            if (terms.Contains(term))
            {
                Add(start);
            }
        }
    }

    /// <summary>False for a written word that is a form of none of the terms; true for one that may be.</summary>
    public bool MayBegin(ReadOnlySpan<char> written)
    {
        if (written.Length < 2)
        {
            return true;
        }

        var (first, second) = (written[0], written[1]);
        return first >= 128 || second >= 128 // folding changes it
            || (seconds[Code(first)] >> Code(second) & 1) != 0
            || FoldsAtStart(written);
    }

    // British spellings lose a letter of "ae" and "oe"; the other rows of spellings.tsv change nothing so near a word's beginning.
    private static bool FoldsAtStart(ReadOnlySpan<char> written) =>
        IsDigraph(written[0], written[1]) || (written.Length > 2 && IsDigraph(written[1], written[2]));

    private static bool IsDigraph(char first, char second) => (second | 0x20) == 'e' && (first | 0x20) is 'a' or 'o';

    // Letters of both cases are one; a digit shares its code with a letter, which costs a look and no more.
    private static int Code(char c) => (c | 0x20) & (Codes - 1);

    private void Add(string term)
    {
        if (term.Length > 1)
        {
            seconds[Code(term[0])] |= 1UL << Code(term[1]);
        }
    }
}
