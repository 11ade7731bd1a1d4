namespace Trialist.Terminology.Packs;

/// <summary>Gathers the terms of a file, and counts what is left out and why.</summary>
internal sealed class PackCollector
{
    private readonly List<PackTerm> terms = [];
    private readonly Dictionary<string, int> leftOut = new(StringComparer.Ordinal);

    /// <summary>Keeps a term, its names cleaned; leaves it out where its own name cannot be kept.</summary>
    /// <exception cref="TrialistException">The file holds more terms than any vocabulary.</exception>
    public void Add(PackTerm term)
    {
        if (terms.Count == PackLimits.MostTerms)
        {
            throw new TrialistException($"The file holds more than {PackLimits.MostTerms:N0} terms: it is not a vocabulary that is known here.");
        }

        if (!IsName(term.Name))
        {
            LeaveOut("the name is no term");
            return;
        }

        var known = new HashSet<string>(StringComparer.Ordinal) { PhraseKey.Of(term.Name)! };
        var synonyms = Fresh(term.Synonyms, known);
        terms.Add(term with { Synonyms = synonyms, Related = Fresh(term.Related, known), Broader = term.Broader.Take(PackLimits.MostBroader).ToValueList() });
    }

    public void LeaveOut(string reason)
    {
        leftOut.TryGetValue(reason, out var count);
        leftOut[reason] = count + 1;
    }

    public PackReading Done(string format) => new(format, terms, leftOut);

    private static ValueList<string> Fresh(ValueList<string> names, HashSet<string> known) => names
        .Select(name => name.Trim())
        .Where(name => IsName(name) && known.Add(PhraseKey.Of(name)!))
        .Take(PackLimits.MostNames)
        .ToValueList();

    // A bar divides names where packs are kept; what cannot be read as one term can never be found in a text.
    private static bool IsName(string name) =>
        name.Length is > 1 and <= PackLimits.LongestName && !name.Contains('|', StringComparison.Ordinal) && !name.Any(char.IsControl) && PhraseKey.Of(name) is not null;
}
