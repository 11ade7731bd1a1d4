namespace Trialist.Criteria.Vocabulary;

/// <summary>A phrase of the cue table with all that it may do, the commonest first.</summary>
internal sealed class CuePhrase(string[] words)
{
    private readonly List<(Cue Cue, string Value)> senses = [];
    private ulong cues; // a bit for each sense

    /// <summary>Its words in lower case; hyphens are blanks.</summary>
    public string[] Words { get; } = words;

    /// <summary>Its words with a blank between them.</summary>
    public string Written { get; } = string.Join(' ', words);

    /// <summary>The commonest sense.</summary>
    public Cue Cue { get; private set; }

    public string Value => senses[0].Value;

    /// <summary>What the phrase narrows the word beside it to; null where it has no such sense.</summary>
    public Qualifier? Qualifier { get; private set; }

    /// <summary>The facts that the phrase states; empty where it has no such sense. "alcohol or drug abuse" states two.</summary>
    public (LeafType Type, string Name)[] Matters { get; private set; } = [];

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
            var (kind, name) = Split(value);
            Qualifier = new Qualifier(Json.Words.Parse<QualifierKind>(kind), name);
        }
        else if (cue == Cue.Matter)
        {
            Matters = Array.ConvertAll(value.Split('+'), one => Split(one) is var (type, name) ? (Json.Words.Parse<LeafType>(type), name) : default);
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

    private static (string Kind, string Name) Split(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return (value[..colon], value[(colon + 1)..]);
    }
}
