using System.Text;
using Trialist.Terminology.Folding;

namespace Trialist.Terminology.Packs;

/// <summary>A phrase as the lexicon folds it, so that spellings of one phrase are equal.</summary>
internal static class PhraseKey
{
    /// <summary>The folded words joined by blanks; null when the phrase cannot be read as one term.</summary>
    public static string? Of(string phrase)
    {
        Span<char> word = stackalloc char[WordReader.LongestWord];
        var reader = new WordReader(phrase, 0);
        var key = new StringBuilder();
        while (reader.TryRead(word, key.Length == 0, out var length))
        {
            key.Append(key.Length == 0 ? "" : " ").Append(word[..length]);
        }

        return key.Length > 0 && PhraseTrie.IsPunctuation(phrase.AsSpan(reader.End)) ? key.ToString() : null;
    }
}
