namespace Trialist.Criteria.Islands;

/// <content>Which virus a bare "viral load" counts.</content>
internal sealed partial class IslandParser
{
    private const string OfHiv = "hiv.rna";

    private static readonly (string Word, string Value)[] OtherViruses =
    [
        ("hcv", "hcv.rna"), ("hepatitis c", "hcv.rna"), ("hbv", "hbv.dna"), ("hepatitis b", "hbv.dna"), ("cmv", "cmv.dna"), ("cytomegalovirus", "cmv.dna"), ("ebv", "ebv.dna"), ("epstein", "ebv.dna"),
    ];

    // "viral load ≥ 2000 IU/mL" of whoever has hepatitis C is not that of HIV.
    private void NameViralLoads()
    {
        foreach (var node in nodes)
        {
            if (node.Entry?.Name != OfHiv || !node.IsLeaf || !text.AsSpan(node.Span.Start, node.Span.Length).Contains("viral load", StringComparison.OrdinalIgnoreCase) || Words.Contains("hiv", StringComparison.OrdinalIgnoreCase) || Words.Contains("retrovir", StringComparison.OrdinalIgnoreCase) || Words.Contains("CD4", StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var named = VirusIn(Words);
            if (named is { } one && one.Length > 0 && lexicon.ByName(one) is { } value)
            {
                (node.Entry, node.Concept) = (value, value.Concept);
            }
            else if (named is not null || VirusIn(text) is not null)
            {
                (node.Entry, node.Concept, node.Wording) = (null, new Concept("viral load"), null);
            }
        }
    }

    // The value of the one virus that the words name; empty where they name several, null where none.
    private static string? VirusIn(ReadOnlySpan<char> words)
    {
        string? found = null;
        foreach (var (word, value) in OtherViruses)
        {
            if (found != value && words.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                found = found is null ? value : "";
            }
        }

        return found;
    }
}
