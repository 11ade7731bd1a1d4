namespace Trialist.Terminology.Packs;

/// <summary>What is taken from a vocabulary's file, which may be hostile. The largest known, NCI Thesaurus, has 0.2 million terms.</summary>
public static class PackLimits
{
    /// <summary>Terms of one file.</summary>
    public const int MostTerms = 1_000_000;

    /// <summary>Characters of one line; RxNorm's longest has 3,500, a definition of NCI Thesaurus 20,000.</summary>
    public const int LongestLine = 1_000_000;

    /// <summary>Characters of a name; longer ones describe and are never typed.</summary>
    public const int LongestName = 160;

    /// <summary>Synonyms of one term.</summary>
    public const int MostNames = 200;

    /// <summary>Wider terms of one term.</summary>
    public const int MostBroader = 64;
}
