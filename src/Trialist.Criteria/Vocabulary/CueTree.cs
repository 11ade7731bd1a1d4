namespace Trialist.Criteria.Vocabulary;

/// <summary>The phrases that begin with the same words: what the words mean themselves, and what may follow them.</summary>
internal sealed class CueTree
{
    private int[] words = []; // numbers of the words that may follow
    private CueTree[] trees = [];

    /// <summary>The phrase of these words; null when they only begin longer ones.</summary>
    public CuePhrase? Phrase { get; private set; }

    /// <summary>The phrases that go on with the word; null when none does.</summary>
    public CueTree? After(int word) => Array.IndexOf(words, word) is >= 0 and var place ? trees[place] : null;

    /// <summary>Adds a phrase.</summary>
    /// <param name="rest">The numbers of its words behind those that all phrases here begin with.</param>
    /// <param name="phrase">The phrase.</param>
    public void Add(ReadOnlySpan<int> rest, CuePhrase phrase)
    {
        if (rest.IsEmpty)
        {
            Phrase = phrase;
            return;
        }

        if (After(rest[0]) is not { } tree)
        {
            tree = new CueTree();
            (words, trees) = ([.. words, rest[0]], [.. trees, tree]);
        }

        tree.Add(rest[1..], phrase);
    }
}
