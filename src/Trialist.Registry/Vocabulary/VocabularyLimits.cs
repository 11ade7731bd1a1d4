namespace Trialist.Registry.Vocabulary;

/// <summary>What is taken from a vocabulary's file or address, which may be hostile. The largest known, MeSH's descriptors, have 0.3 GB.</summary>
internal static class VocabularyLimits
{
    public const long MaxBytes = 2L * 1024 * 1024 * 1024;
    public const int MaxRedirects = 5;
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(30); // for a whole download; a source that says nothing is given up long before
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);
}
