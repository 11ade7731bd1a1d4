namespace Trialist.Criteria.Vocabulary;

/// <summary>A phrase of the cue table with all that it may do, the commonest first.</summary>
internal sealed class CuePhrase(string[] words)
{
    private readonly List<(Cue Cue, string Value)> senses = [];
    private ulong cues; // a bit for each sense

    /// <summary>Its words in lower case; hyphens are blanks.</summary>
    public string[] Words { get; } = words;

    /// <summary>The commonest sense.</summary>
    public Cue Cue { get; private set; }

    public string Value => senses[0].Value;

    /// <summary>What the phrase narrows the word beside it to; null where it has no such sense.</summary>
    public Qualifier? Qualifier { get; private set; }

    public void Add(Cue cue, string value)
    {
        if (Is(cue))
        {
            return;
        }

        Cue = senses.Count == 0 ? cue : Cue;
        senses.Add((cue, value));
        cues |= BitOf(cue);
        if (cue == Cue.Qualifier)
        {
            var colon = value.IndexOf(':', StringComparison.Ordinal);
            Qualifier = new Qualifier(Json.Words.Parse<QualifierKind>(value[..colon]), value[(colon + 1)..]);
        }
    }

    /// <summary>True where the phrase has the sense.</summary>
    public bool Is(Cue cue) => (cues & BitOf(cue)) != 0;

    /// <summary>What the phrase says in one of its senses; null where it has no such sense.</summary>
    public string? As(Cue cue)
    {
        if (Is(cue))
        {
            foreach (var sense in senses)
            {
                if (sense.Cue == cue)
                {
                    return sense.Value;
                }
            }
        }

        return null;
    }

    private static ulong BitOf(Cue cue) => 1ul << (int)cue;
}
