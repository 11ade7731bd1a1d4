using Trialist.Criteria.Vocabulary;
using Trialist.Terminology;
using Trialist.Terminology.Folding;

namespace Trialist.Criteria.Repair;

/// <summary>All single words that the lexicon and the function words are made of.</summary>
internal sealed class WordList
{
    private static readonly Lazy<WordList> Shipped = new(() => new WordList(Lexicon.Default, CueTable.Default));

    private readonly WordTable words = new();

    private WordList(Lexicon lexicon, CueTable cues)
    {
        foreach (var entry in lexicon.Entries)
        {
            Take(entry.Label);
            foreach (var synonym in entry.Synonyms)
            {
                Take(synonym);
            }
        }

        foreach (var word in cues.Words)
        {
            words.Add(word);
        }
    }

    /// <summary>Over the lexicon and the cues that are part of the program; built when the first unknown word is met.</summary>
    public static WordList Default => Shipped.Value;

    /// <summary>True for a word in lower case that some term or phrase uses, its plural included.</summary>
    public bool Holds(ReadOnlySpan<char> word) => words.Find(word) >= 0 || (word.Length > 4 && word[^1] == 's' && words.Find(word[..^1]) >= 0);

    private void Take(string phrase)
    {
        foreach (var range in phrase.AsSpan().Split(' '))
        {
            var word = phrase.AsSpan()[range];
            if (word.Length > 2 && !word.ContainsAnyExceptInRange('A', 'z') && !char.IsUpper(word[^1]))
            {
                words.Add(word.ToString().ToLowerInvariant());
            }
        }
    }
}
