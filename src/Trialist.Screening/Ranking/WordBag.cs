namespace Trialist.Screening.Ranking;

/// <summary>The words of a phrase that carry meaning, for concepts that no vocabulary holds.</summary>
internal sealed class WordBag
{
    private static readonly HashSet<string> Common = new(StringComparer.Ordinal)
    {
        "disease", "diseases", "disorder", "disorders", "syndrome", "syndromes", "acute", "chronic", "stage", "type", "patient", "patients", "with", "and", "the", "for", "not", "otherwise",
        "specified", "unspecified", "other", "finding", "situation", "condition", "conditions", "study", "treatment", "therapy", "primary", "secondary", "adult", "adults", "risk", "severe", "mild", "history",
    };

    private readonly HashSet<string> words;

    private WordBag(HashSet<string> words) => this.words = words;

    public static WordBag Of(string phrase)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var piece in phrase.ToLowerInvariant().Split([' ', ',', '.', '-', '/', '(', ')', ';', ':', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            if (piece.Length > 2 && !Common.Contains(piece))
            {
                found.Add(piece.Replace("aemia", "emia", StringComparison.Ordinal).Replace("oedema", "edema", StringComparison.Ordinal).TrimEnd('s'));
            }
        }

        return new WordBag(found);
    }

    /// <summary>The words, folded.</summary>
    public IReadOnlyCollection<string> Words => words;

    /// <summary>The share of this bag's words that are among so many shared ones; nothing below two thirds.</summary>
    public double Overlap(int shared)
    {
        var share = words.Count == 0 ? 0 : (double)shared / words.Count;
        return share < 0.66 ? 0 : share;
    }
}
