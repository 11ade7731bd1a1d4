using Trialist.Search.Analysis;

namespace Trialist.Search.Indexing.Segments;

/// <summary>The terms of pairs of common words in a segment that is being gathered. Pairs come again and again, so that their texts are made once.</summary>
/// <param name="terms">All terms of the segment.</param>
internal sealed class PairTerms(TermTable terms)
{
    private readonly int[] after = new int[CommonWords.Count * CommonWords.Count]; // one more than the number of the pair's term; 0 while that is not known

    /// <summary>The number of a pair's term.</summary>
    public int NumberOf(int first, int second)
    {
        ref var number = ref after[(first * CommonWords.Count) + second];
        if (number == 0)
        {
            number = terms.NumberOf(CommonWords.PairOf(first, second)) + 1;
        }

        return number - 1;
    }

    public void Clear() => Array.Clear(after);
}
