using System.Buffers;

namespace Trialist.Criteria.Vocabulary;

/// <summary>Phrases that are looked for in any case. One pass over the words tells that none of them is there, which is the usual answer.</summary>
internal sealed class PhraseList(params string[] phrases)
{
    private readonly SearchValues<string> all = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);

    /// <summary>True when one of the phrases occurs.</summary>
    public bool OccursIn(ReadOnlySpan<char> words) => words.ContainsAny(all);

    /// <summary>Where the first of the phrases begins that occurs; -1 when none does.</summary>
    public int IndexIn(ReadOnlySpan<char> words) => words.IndexOfAny(all);

    /// <summary>The phrase that stands first in the list of those that occur, and where; null when none does.</summary>
    public (string Phrase, int At)? FirstIn(ReadOnlySpan<char> words)
    {
        if (!OccursIn(words))
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
            var at = words.IndexOf(phrase, StringComparison.OrdinalIgnoreCase);
            if (at >= 0)
            {
                return (phrase, at);
            }
        }

        return null;
    }
}
