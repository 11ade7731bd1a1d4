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

    /// <summary>The share of this bag's words that the other holds as well; nothing below two thirds.</summary>
    public double Overlap(WordBag other)
    {
        if (words.Count == 0 || other.words.Count == 0)
        {
            return 0;
        }

        var share = (double)words.Count(other.words.Contains) / words.Count;
        return share < 0.66 ? 0 : share;
    }
}
