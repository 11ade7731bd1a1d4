namespace Trialist.Search.Indexing.Segments;

/// <summary>Sorts the postings of a field by the rank of their term; those of one term stay in their order, which is that of the studies.</summary>
/// <remarks>Nothing is compared: of a large field the postings of each term are counted first, so that each has its place; a small one is sorted digit by digit.</remarks>
/// <param name="most">How many postings the largest field has.</param>
/// <param name="terms">Gives the ranks.</param>
internal sealed class PostingSort(int most, RankedTerms terms)
{
    private const int RanksOfSmall = 8; // a field with so many times fewer postings than there are terms is small: counting all terms would take longer
    private const int DigitBits = 9;    // so many places are written to at once; more would not stay in the nearest cache
    private const int Digits = 1 << DigitBits;

    private readonly int[] ranks = new int[terms.Count];
    private readonly int[] digits = new int[Digits];
    private Posting[] postings = GC.AllocateUninitializedArray<Posting>(most);
    private Posting[] room = [];

    /// <summary>The postings of a field with ranks in the place of numbers; they are good until the next are asked for.</summary>
    public ReadOnlyMemory<Posting> Sort(PostingStream stream)
    {
        if (stream.Count < terms.Count / RanksOfSmall)
        {
            SortByDigits(stream);
        }
        else
        {
            SortByRanks(stream);
        }

        return postings.AsMemory(0, stream.Count);
    }

    private void SortByRanks(PostingStream stream)
    {
        Array.Clear(ranks);
        foreach (var posting in stream)
        {
            ranks[terms.RankOf(posting.Term)]++;
        }

        ToStarts(ranks);
        foreach (var posting in stream)
        {
            var rank = terms.RankOf(posting.Term);
            postings[ranks[rank]++] = posting with { Term = rank };
        }
    }

    private void SortByDigits(PostingStream stream)
    {
        var count = 0;
        foreach (var posting in stream)
        {
            postings[count++] = posting with { Term = terms.RankOf(posting.Term) };
        }

        if (room.Length < count)
        {
            room = new Posting[terms.Count / RanksOfSmall];
        }

        for (var shift = 0; (terms.Count - 1) >> shift > 0; shift += DigitBits)
        {
            Distribute(postings.AsSpan(0, count), room, shift);
            room.AsSpan(0, count).CopyTo(postings);
        }
    }

    private void Distribute(ReadOnlySpan<Posting> from, Span<Posting> to, int shift)
    {
        Array.Clear(digits);
        foreach (ref readonly var posting in from)
        {
            digits[DigitOf(posting, shift)]++;
        }

        ToStarts(digits);
        foreach (ref readonly var posting in from)
        {
            to[digits[DigitOf(posting, shift)]++] = posting;
        }
    }

    // From how many there are to where they begin.
    private static void ToStarts(int[] counts)
    {
        var start = 0;
        foreach (ref var count in counts.AsSpan())
        {
            (count, start) = (start, start + count);
        }
    }

    private static int DigitOf(in Posting posting, int shift) => (posting.Term >> shift) & (Digits - 1);
}
