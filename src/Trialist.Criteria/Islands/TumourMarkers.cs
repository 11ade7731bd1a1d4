namespace Trialist.Criteria.Islands;

/// <summary>Knows what a tumour shows: "PD-L1 TPS ≥ 50 %", "Ki-67 ≥ 20 %", "staining of at most 1 %" are markers of it, and no values of the person.</summary>
internal static class TumourMarkers
{
    private static readonly Vocabulary.PhraseList Words = new("h-score", "h score", "hscore", "staining", "stained", "tumor cells", "tumour cells", "positive cells", "pd-l1", "protein expression", "receptor expression", "antigen expression", "membrane expression", "fish ratio", "ihc");

    /// <summary>True for a name that the lexicon has.</summary>
    public static bool IsKnown(string name) => name is "ki67" or "pdl1.tps" or "pdl1.cps" or "her2.ihc";

    /// <summary>True for a name in the criterion's own words.</summary>
    public static bool IsNamed(string words) => Words.OccursIn(words) || words.EndsWith(" expression", StringComparison.Ordinal);
}
