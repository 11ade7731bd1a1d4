using System.Collections.Frozen;

namespace Trialist.Search.Analysis;

/// <summary>Words that a plain query may hold without meaning them. They are indexed, so a quoted phrase finds them.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> Words = new[]
    {
        "a", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "could", "do", "does", "for", "from", "had", "has", "have", "how", "i", "in", "into", "is", "it", "its", "me", "my",
        "near", "of", "on", "or", "our", "that", "the", "their", "there", "these", "they", "this", "to", "was", "we", "were", "what", "when", "where", "which", "who", "will", "with", "you", "your",
        "trial", "study", "clinical",
    }.Select(word => WordForms.OfThread.TermOf(word)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>True for a word that a plain query need not find.</summary>
    public static bool Contains(string term) => Words.Contains(term);
}
