using System.Buffers;
using System.Text;

namespace Trialist.Criteria.Vocabulary;

/// <summary>Phrases that are looked for in any case. One pass over the words tells that none of them is there, which is the usual answer.</summary>
internal sealed class PhraseList(params string[] phrases)
{
    /// <summary>So few are looked for at once by the processor itself.</summary>
    private const int Few = 8;

    private readonly SearchValues<string> all = SearchValues.Create(phrases, StringComparison.OrdinalIgnoreCase);
    private readonly PhraseBeginnings? beginnings = phrases.Length > Few && Array.TrueForAll(phrases, phrase => phrase.Length >= PhraseBeginnings.Length && Ascii.IsValid(phrase)) ? new(phrases) : null;
    private readonly int shortest = phrases.Min(phrase => phrase.Length);

    /// <summary>True when one of the phrases occurs.</summary>
    public bool OccursIn(ReadOnlySpan<char> words) => words.Length >= shortest && (beginnings?.OccurIn(words) ?? words.ContainsAny(all));

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
