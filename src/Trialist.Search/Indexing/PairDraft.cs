using Trialist.Search.Analysis;
using Trialist.Search.Indexing.Segments;

namespace Trialist.Search.Indexing;

/// <summary>The pairs of common words in one piece of the study that is being indexed; emptied for the next study.</summary>
/// <param name="target">Where the pairs of all studies are gathered.</param>
/// <param name="terms">Numbers of terms.</param>
internal sealed class PairDraft(FieldDraft target, PairTerms terms)
{
    private readonly List<int> before = [];
    private readonly List<int> here = [];

    public FieldDraft Field => target;

    /// <summary>How often each pair stands in the piece, by number of its term.</summary>
    public Dictionary<int, int> Counts { get; } = [];

    /// <summary>Adds the words of a value, in the order of their places; several may stand in one.</summary>
    public void Add(List<Word> words)
    {
        before.Clear();
        here.Clear();
        var place = int.MinValue;
        foreach (var word in words)
        {
            if (word.Position != place)
            {
                Turn(isNext: word.Position == place + 1);
                place = word.Position;
            }

            if (word.Form.Common is var number and not CommonWords.Rare && !here.Contains(number))
            {
                here.Add(number);
                foreach (var first in before)
                {
                    var term = terms.NumberOf(first, number);
                    Counts[term] = Counts.GetValueOrDefault(term) + 1;
                }
            }
        }
    }

    public void Clear() => Counts.Clear();

    private void Turn(bool isNext)
    {
        before.Clear();
        if (isNext)
        {
            before.AddRange(here);
        }

        here.Clear();
    }
}
