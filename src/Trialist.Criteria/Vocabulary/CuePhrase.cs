namespace Trialist.Criteria.Vocabulary;

/// <summary>A phrase of the cue table with all that it may do, the commonest first.</summary>
internal sealed class CuePhrase(string[] words)
{
    private readonly List<(Cue Cue, string Value)> senses = [];

    /// <summary>Its words in lower case; hyphens are blanks.</summary>
    public string[] Words { get; } = words;

    public Cue Cue => senses[0].Cue;

    public string Value => senses[0].Value;

    public void Add(Cue cue, string value)
    {
        if (!senses.Exists(sense => sense.Cue == cue))
        {
            senses.Add((cue, value));
        }
    }

    /// <summary>What the phrase says in one of its senses; null where it has no such sense.</summary>
    public string? As(Cue cue)
    {
        foreach (var sense in senses)
        {
            if (sense.Cue == cue)
            {
                return sense.Value;
            }
        }

        return null;
    }
}
