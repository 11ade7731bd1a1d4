namespace Trialist.Criteria;

/// <summary>The version of the reader. Criteria documents are kept beside the studies; a new version makes the registry read them again.</summary>
public static class EngineVersion
{
    /// <summary>Raised whenever the same text may read otherwise than before.</summary>
    public const int Current = 1;
}
