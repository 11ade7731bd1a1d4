namespace Trialist.Evaluation;

/// <summary>Whether words of an annotator and a name or unit of the engine mean the same.</summary>
internal static class CorpusWords
{
    /// <summary>Same words, case, punctuation, plural and articles apart.</summary>
    public static bool SameName(string left, string right) => Folded(left).SequenceEqual(Folded(right), StringComparer.Ordinal);

    /// <summary>True when the text begins with the given words.</summary>
    public static bool StartsWith(string text, string words) => Folded(text).Take(Folded(words).Count).SequenceEqual(Folded(words), StringComparer.Ordinal);

    private static List<string> Folded(string words)
    {
        var folded = new List<string>();
        var start = -1;
        for (var i = 0; i <= words.Length; i++)
        {
            if (i < words.Length && char.IsLetterOrDigit(words[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = words[start..i].ToLowerInvariant();
                if (word is not ("the" or "a" or "an" or "of"))
                {
                    folded.Add(word.Length > 3 && word[^1] == 's' && word[^2] != 's' ? word[..^1] : word);
                }

                start = -1;
            }
        }

        return folded;
    }
}
