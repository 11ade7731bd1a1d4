namespace Trialist.Criteria.Vocabulary;

/// <summary>All phrases of the cue table as a tree over the numbers of their words.</summary>
/// <remarks>Every word of a text is looked up here. What may follow some words stands side by side, so that little is read on the way.</remarks>
internal sealed class CueTree
{
    private readonly Place[] places; // by the number of the first word; then those that one more word leads to, all of one place together
    private readonly int[] wordOf; // by place: the word that leads there

    /// <summary>The phrase of some words, and the places that one more word leads to.</summary>
    private readonly record struct Place(CuePhrase? Phrase, int From, int To);

    /// <param name="firstWords">How many words there are.</param>
    /// <param name="phrases">The phrases, each with the numbers of its words.</param>
    public CueTree(int firstWords, IEnumerable<(int[] Words, CuePhrase Phrase)> phrases)
    {
        var waiting = new List<List<(int[] Words, CuePhrase Phrase)>>(Enumerable.Range(0, firstWords).Select(_ => new List<(int[], CuePhrase)>()));
        foreach (var phrase in phrases)
        {
            waiting[phrase.Words[0]].Add(phrase);
        }

        var words = new List<int>(Enumerable.Range(0, firstWords));
        var depths = new List<int>(Enumerable.Repeat(1, firstWords));
        var found = new List<Place>();
        for (var place = 0; place < waiting.Count; place++)
        {
            var depth = depths[place];
            var from = waiting.Count;
            foreach (var further in waiting[place].Where(phrase => phrase.Words.Length > depth).GroupBy(phrase => phrase.Words[depth]))
            {
                waiting.Add([.. further]);
                words.Add(further.Key);
                depths.Add(depth + 1);
            }

            found.Add(new Place(waiting[place].Find(phrase => phrase.Words.Length == depth).Phrase, from, waiting.Count));
        }

        (places, wordOf) = ([.. found], [.. words]);
    }

    /// <summary>The phrase of the words that lead to the place; null when they only begin longer ones.</summary>
    public CuePhrase? PhraseAt(int place) => places[place].Phrase;

    /// <summary>The place that one more word leads to; -1 when no phrase goes on with it.</summary>
    public int After(int place, int word)
    {
        ref readonly var here = ref places[place];
        for (var next = here.From; next < here.To; next++)
        {
            if (wordOf[next] == word)
            {
                return next;
            }
        }

        return -1;
    }
}
