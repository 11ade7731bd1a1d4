namespace Trialist.Terminology;

/// <summary>Words of a text that the lexicon knows.</summary>
/// <param name="Start">Index of the first UTF-16 unit.</param>
/// <param name="End">Index after the last unit.</param>
/// <param name="Entries">What the words may mean, likeliest first; never empty.</param>
public readonly record struct LexiconMatch(int Start, int End, ValueList<LexiconEntry> Entries)
{
    /// <summary>The words as the tables spell them: American, without the letters' case of the text.</summary>
    public string Spelling { get; init; } = "";

    /// <summary>The span of the words.</summary>
    public TextSpan Span => new(Start, End);

    /// <summary>The likeliest meaning.</summary>
    public LexiconEntry Entry => Entries[0];

    /// <summary>The likeliest meaning of one kind; null when the words have none.</summary>
    public LexiconEntry? Of(EntryKind kind)
    {
        foreach (var entry in Entries)
        {
            if (entry.Kind == kind)
            {
                return entry;
            }
        }

        return null;
    }
}
