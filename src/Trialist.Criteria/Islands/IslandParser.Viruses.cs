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
        var loads = nodes.FindAll(IsBareViralLoad);
        if (loads.Count == 0 || Words.Contains("hiv", StringComparison.OrdinalIgnoreCase) || Words.Contains("retrovir", StringComparison.OrdinalIgnoreCase) || Words.Contains("CD4", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var named = VirusIn(Words);
        if (named is { Length: > 0 } && lexicon.ByName(named) is { } value)
        {
            loads.ForEach(node => (node.Entry, node.Concept) = (value, value.Concept));
        }
        else if (named is not null || VirusIn(text) is not null)
        {
            loads.ForEach(node => (node.Entry, node.Concept, node.Wording) = (null, new Concept("viral load"), null));
        }
    }

    private bool IsBareViralLoad(Node node) => node.Entry?.Name == OfHiv && node.IsLeaf && text.AsSpan(node.Span.Start, node.Span.Length).Contains("viral load", StringComparison.OrdinalIgnoreCase);

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
